import { useState } from 'react';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { openTransfersOf } from '@roer/domain/workload/open-transfers';
import { Icon } from '../../ui/icon.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { TeamActLine } from '../responsibilities/team-act-line.tsx';
import { useTeamAct } from '../responsibilities/team-act.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import { OpenTransfer } from './open-transfer.tsx';
import { waitsFor } from './transfer-people.ts';
import styles from './transfer.module.css';

type MyTransfersProps = { readonly teams: readonly KnownTeam[]; readonly me: PersonId; readonly today: LocalDate };

/** Proposals that work moves, over all my teams: those that wait for my yes, and my own. What was answered here last stays in words. */
export default function MyTransfers({ teams, me, today }: MyTransfersProps) {
  const t = useTranslations('planning.transfers');
  const { act, ...acted } = useTeamAct(me);
  const [answered, setAnswered] = useState<string>();
  const answer: typeof act = async (steps, words) => {
    setAnswered(undefined);
    const isDone = await act(steps, words);
    if (isDone) setAnswered(words);
    return isDone;
  };
  const open = teams.flatMap((team) => openTransfersOf(team.snapshot, today).map((transfer) => ({ team, transfer })));
  const waiting = open.filter(({ transfer }) => waitsFor(transfer, me));
  const mine = open.filter(({ transfer }) => transfer.proposedBy === me && !waitsFor(transfer, me));
  const list = (some: typeof open) => (
    <ul>
      {some.map(({ team, transfer }) => (
        <OpenTransfer key={transfer.id} {...{ team, transfer, me, today }} act={answer} />
      ))}
    </ul>
  );
  if (waiting.length + mine.length === 0 && acted.failure === null && answered === undefined) return null;
  return (
    <section>
      {waiting.length > 0 && <SectionHeading aside={t('aside')}>{t('heading')}</SectionHeading>}
      {waiting.length > 0 && list(waiting)}
      {mine.length > 0 && <SectionHeading aside={t('mineAside')}>{t('mine')}</SectionHeading>}
      {mine.length > 0 && list(mine)}
      {answered !== undefined && (
        <p className={styles.answered}>
          <Icon of={CircleCheck} />
          {answered}
        </p>
      )}
      <TeamActLine {...acted} />
    </section>
  );
}
