import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import type { ResponsibilityId } from '../ids.ts';
import { attendancesOf } from './attendance.ts';
import { horizonOf, inMinutes } from './horizon.ts';
import { carryingOf, recurringPieces } from './recurring.ts';

/**
 * Which responsibilities the organising of a week is made of, in minutes, the largest first (rule R11.3); without those that nobody does
 * that week. `week` is 0 for the one of today. Rounded each, so that they make up the team's organising but for a minute each.
 */
export const organisingParts = (
  snapshot: TeamSnapshot,
  { today, week }: { today: LocalDate; week: number },
): { responsibilityId: ResponsibilityId; minutes: number }[] => {
  const horizon = horizonOf(snapshot, today);
  const attendances = attendancesOf(snapshot, horizon);
  const members = new Set(Object.values(snapshot.member).map(({ personId }) => personId));
  const carrying = carryingOf(snapshot);
  return Object.values(snapshot.responsibility)
    .filter(({ organising }) => organising)
    .flatMap((responsibility) => {
      let parts = 0;
      recurringPieces(responsibility, carrying(responsibility.id), { horizon, attendances }, (piece) => {
        if (piece.week === week && piece.carrier !== null && members.has(piece.carrier)) parts += piece.parts;
      });
      return parts === 0 ? [] : [{ responsibilityId: responsibility.id, minutes: inMinutes(parts) }];
    })
    .toSorted((one, other) => other.minutes - one.minutes || (one.responsibilityId < other.responsibilityId ? -1 : 1));
};
