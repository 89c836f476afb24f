import { useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import type { Move } from '@roer/domain/workload/what-if';
import type { PeopleNames } from '../responsibilities/people-names.ts';

/** What a move moves, and from whom to whom. */
export type MoveWords = { title: string; way: string };

/** Says a move in words: "Contact wijkraden", "van Esra naar Mei-Lin, die al opvangt". */
export const useMoveWords = (snapshot: TeamSnapshot, names: PeopleNames): ((move: Move) => MoveWords) => {
  const t = useTranslations('workload.move');
  const words = useTranslations('responsibilities');
  const nameOf = (personId: PersonId): string => names.short(personId) ?? words('formerColleague');
  return (move) => {
    const responsibility = snapshot.responsibility[move.responsibilityId]?.title ?? '';
    const work = move.workId && snapshot.deadlineWork[move.workId];
    const whole = wholeShareOf(snapshot, move);
    const part = whole !== null && move.sharePercent < whole ? move.sharePercent : null;
    const title = work ? work.title : responsibility;
    return {
      title: part === null ? title : t('part', { title, share: part }),
      way: t(`way.${roleOf(snapshot, move)}`, { giver: nameOf(move.giver), receiver: nameOf(move.receiver) }),
    };
  };
};

/** What share the giver has of it; null when that is not known any more. */
const wholeShareOf = (snapshot: TeamSnapshot, { assignmentId, workId }: Move): number | null => {
  if (assignmentId) return snapshot.assignment[assignmentId]?.sharePercent ?? null;
  return workId && snapshot.deadlineWork[workId] ? 100 : null;
};

/** What the receiver has to do with it already. */
const roleOf = (snapshot: TeamSnapshot, { responsibilityId, receiver }: Move): 'holder' | 'substitute' | 'none' => {
  const own = Object.values(snapshot.assignment).filter(
    (row) => row.responsibilityId === responsibilityId && row.personId === receiver,
  );
  if (own.some(({ role }) => role === 'holder')) return 'holder';
  return own.length > 0 ? 'substitute' : 'none';
};

/** The minutes that a move takes along in the week of `monday`: its share in the month of that week's Thursday, or of what is likely still to be done. */
export const minutesMoved = (snapshot: TeamSnapshot, move: Move, monday: LocalDate): number => {
  const work = move.workId && snapshot.deadlineWork[move.workId];
  if (work) return Math.round((move.sharePercent * work.likelyMinutes) / 100);
  const responsibility = snapshot.responsibility[move.responsibilityId];
  if (!responsibility) return 0;
  const season = responsibility.season[Number(addDays(monday, 3).slice(5, 7)) - 1] ?? 100;
  return Math.round((move.sharePercent * responsibility.minutesAWeek * season) / 10_000);
};
