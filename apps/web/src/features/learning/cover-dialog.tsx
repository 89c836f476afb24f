import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { ResponsibilityRow } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { coverOf, heldUntil } from '@roer/domain/learning/cover-level';
import { whoCan } from '@roer/domain/learning/knowledge-risk';
import { carriedOn } from '@roer/domain/responsibilities/delegation';
import { assignmentsOf } from '@roer/domain/responsibilities/facts';
import { Dialog } from '../../ui/dialog.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { TeamActLine } from '../responsibilities/team-act-line.tsx';
import type { TeamAct } from '../responsibilities/team-act.ts';
import { Answer } from './cover-asks.tsx';
import type { CoverAbout } from './cover-asks.tsx';
import { CoverLeave } from './cover-leave.tsx';
import { peopleOf } from './cover-lines.ts';
import { CoverOwn } from './cover-own.tsx';
import { waitingForMe } from './cover-waiting.ts';
import styles from './cover.module.css';

type CoverDialogProps = CoverAbout & {
  readonly responsibility: ResponsibilityRow;
  readonly acted: Omit<TeamAct, 'act'>;
  readonly onClose: () => void;
};

/** One responsibility: who can show it to me, how far I am, whose step waits for my answer, and whether I hand it over. */
export default function CoverDialog({ tools, acts, learners, responsibility, acted, onClose }: CoverDialogProps) {
  const t = useTranslations('learning.dialog');
  const { snapshot, me, today } = tools;
  const { id } = responsibility;
  const waiting = waitingForMe(snapshot, { me, today, learners }).filter(({ row }) => row.responsibilityId === id);
  const holds = assignmentsOf(snapshot, id).some(({ personId, role }) => personId === me && role === 'holder');
  return (
    <Dialog isOpen shape="sheet" title={responsibility.title} above={t('above')} onClose={onClose}>
      <div className={styles.sheet}>
        {responsibility.closedOn !== null && <p>{t('closed')}</p>}
        {waiting.length > 0 && (
          <section className={styles.asked}>
            <h3>{t('waiting')}</h3>
            <ul>
              {waiting.map((step) => (
                <li key={step.row.id}>
                  <Answer {...{ step, tools, acts }} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Shows {...{ tools, responsibility }} />
        {responsibility.closedOn === null && <CoverOwn {...{ tools, acts, responsibility }} />}
        {holds && responsibility.closedOn === null && <CoverLeave {...{ tools, acts }} responsibilityId={id} />}
        <p>
          <Link href={boardAddress(tools.teamId, id)}>{t('board')}</Link>
        </p>
        <TeamActLine {...acted} />
      </div>
    </Dialog>
  );
}

/** Those who teach it first, then those who can do it alone. */
function Shows({ tools, responsibility: { id } }: Pick<CoverDialogProps, 'tools' | 'responsibility'>) {
  const t = useTranslations('learning.dialog');
  const { snapshot, me, today, day } = tools;
  const can = new Set(whoCan(snapshot, { responsibilityId: id, today }));
  const others = peopleOf(snapshot).filter(({ personId }) => can.has(personId) && personId !== me);
  const teaches = others.filter(
    ({ personId }) => coverOf(snapshot, { responsibilityId: id, personId }).now?.level === 'teaching',
  );
  const alone = others.filter((person) => !teaches.includes(person));
  const carrying = new Set(
    carriedOn(snapshot, today).flatMap((row) => (row.responsibilityId === id ? [row.personId] : [])),
  );
  const how = (personId: PersonId): string => {
    const until = carrying.has(personId) ? null : heldUntil(snapshot, { responsibilityId: id, personId });
    return until === null ? t('alone') : t('held', { day: day(until) });
  };
  return (
    <section>
      <h3>{t('shows')}</h3>
      {others.length === 0 && <p className={styles.quiet}>{t(can.has(me) ? 'onlyYou' : 'nobody')}</p>}
      <ul className={styles.shows}>
        {[
          ...teaches.map((person) => ({ ...person, how: t('teaches') })),
          ...alone.map((person) => ({ ...person, how: how(person.personId) })),
        ].map(({ personId, name, how: words }) => (
          <li key={personId}>
            <b>{name}</b> <span className={styles.quiet}>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
