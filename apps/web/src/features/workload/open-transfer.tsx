import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { addDays, isoWeek, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot, TransferRow } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonId } from '@roer/domain/ids';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import { transferCommands } from '@roer/domain/workload/transfer-commands';
import { peopleOf } from '@roer/domain/workload/open-transfers';
import { withMoves } from '@roer/domain/workload/what-if';
import { Button } from '../../ui/button.tsx';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { refusalTo } from '../responsibilities/refusal.ts';
import { useTakeOn } from '../responsibilities/take-on.ts';
import type { KnownTeam, TeamAct } from '../responsibilities/team-act.ts';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { changedPeople, mostChangedWeek } from './before-after.ts';
import { MoveList } from './move-list.tsx';
import { useMoveTimeWords } from './time-words.ts';
import { waitsFor } from './transfer-people.ts';
import styles from './transfer.module.css';

type OpenTransferProps = {
  readonly team: KnownTeam;
  readonly transfer: TransferRow;
  readonly me: PersonId;
  readonly today: LocalDate;
  readonly act: TeamAct['act'];
};

/** A proposal that things move: what, for whom, who said yes and who still has to. Whom it concerns says yes or no here. */
export function OpenTransfer({ team, transfer, me, today, act }: OpenTransferProps) {
  const t = useTranslations('workload.transfer');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const when = useMoveTimeWords();
  const takeOn = useTakeOn();
  const { teamId, snapshot } = team;
  const names = useMemo(() => namesIn(snapshot), [snapshot]);
  const sentence = useFailureSentence(names.short);
  const nameOf = (personId: PersonId): string =>
    personId === me ? words('you') : (names.short(personId) ?? words('formerColleague'));
  // At the start of a sentence.
  const listOf = (people: readonly PersonId[]): string => {
    const [first = '', ...rest] = [...format.list(people.map(nameOf))];
    return `${first.toLocaleUpperCase()}${rest.join('')}`;
  };
  const waiting = peopleOf(transfer).filter((personId) => !transfer.consents.includes(personId));
  const isMine = transfer.proposedBy === me;
  const asksMe = waitsFor(transfer, me);
  const input = { transferId: transfer.id };
  const context = { actorId: me, today };
  const consent = teamCommand(transferCommands.consentTransfer, input, context);
  const refusal = asksMe ? refusalTo(snapshot, consent) : null;
  const isLast = waiting.length === 1;
  const agree = (): void =>
    takeOn({
      teamId,
      title: t('what', { count: transfer.items.length, title: titleOf(team.snapshot, transfer) }),
      after: (now) => withMoves(now, transfer.items, { ...transfer, today }),
      go: async () => ({ ok: await act([{ team, command: consent }], t(isLast ? 'done.agreed' : 'done.consent')) }),
    });
  const withdraw = () =>
    void act(
      [{ team, command: teamCommand(transferCommands.withdrawTransfer, input, context) }],
      t(isMine ? 'done.withdraw' : 'done.decline'),
    );
  return (
    <li className={styles.transfer}>
      <h3>{t('title', { name: nameOf(transfer.proposedBy), isMine: String(isMine), when: when(transfer) })}</h3>
      <MoveList {...{ teamId, snapshot, names }} moves={transfer.items} monday={mondayOf(transfer.from)} />
      {peopleOf(transfer).includes(me) && <ForMe {...{ team, transfer, me, today }} />}
      <p className={styles.consents}>
        {transfer.consents.length > 0 &&
          t('agreed', { names: listOf(transfer.consents), count: transfer.consents.length })}{' '}
        {isLast && asksMe ? t('waitsMe') : t('waits', { names: listOf(waiting), count: waiting.length })}{' '}
        {t('until', {
          last: format.dateTime(middayOf(addDays(transfer.expiresOn, -1)), { day: 'numeric', month: 'long' }),
        })}
      </p>
      <div className={styles.answers}>
        {asksMe && (
          <>
            <Button dense notYet={refusal ? sentence(refusal) : undefined} onClick={agree}>
              {t('consent')}
            </Button>
            <Button dense onClick={withdraw}>
              {t('decline')}
            </Button>
          </>
        )}
        {isMine && !asksMe && (
          <Button kind="tertiary" dense onClick={withdraw}>
            {t('withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What it does to my own week, in this team. */
function ForMe({ team: { snapshot }, transfer, me, today }: Omit<OpenTransferProps, 'act'>) {
  const t = useTranslations('workload.transfer');
  const hours = useLevelHours();
  const mine = useMemo(() => {
    const now = deriveTeamLoad(snapshot, today);
    const after = deriveTeamLoad(withMoves(snapshot, transfer.items, { ...transfer, today }), today);
    const two = { now, after, scenario: 'likely' as const };
    const only = { ...two, now: { ...now, people: now.people.filter(({ personId }) => personId === me) } };
    const monday = mostChangedWeek(only);
    const [row] = changedPeople(only, monday);
    return row && { ...row, monday };
  }, [snapshot, transfer, me, today]);
  if (!mine) return null;
  const { available, monday } = mine;
  return (
    <p className={styles.mine}>
      {t(mine.after > available ? 'mineOver' : 'mine', {
        week: isoWeek(monday),
        before: hours(mine.before),
        after: hours(mine.after),
        available: hours(available),
      })}
    </p>
  );
}

/** What the first thing in it is called. */
const titleOf = (snapshot: TeamSnapshot, { items: [item] }: TransferRow): string =>
  (item?.workId && snapshot.deadlineWork[item.workId]?.title) ||
  ((item && snapshot.responsibility[item.responsibilityId]?.title) ?? '');
