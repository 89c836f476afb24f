import type { AuditRecord } from '@roer/db/audit';
import { teamActions } from '@roer/domain/team-actions';
import type { TeamAction } from '@roer/domain/team-actions';
import type { PersonId } from '@roer/domain/ids';
import type { ResponsibilityTrace } from '@roer/domain/responsibilities/history';

/** One line of a responsibility's history. `at` is in epoch milliseconds; people are named where the team's names are known. */
export type HistoryEntry = {
  id: string;
  at: number;
  actorId: PersonId;
  action: TeamAction;
  detail: ResponsibilityTrace;
  /** Names of the people in it, also of those who left the team. */
  names: Record<PersonId, string>;
};

const isTeamAction = (action: string): action is TeamAction => teamActions.some((known) => known === action);

/** Only what the team may know: its own actions, field by field. */
export const historyView = (records: readonly AuditRecord[]): HistoryEntry[] =>
  records.flatMap(({ id, at, actorId, action, detail, names }) => {
    if (!isTeamAction(action)) return [];
    const { changed, minutesAWeek, released, received } = detail;
    return [
      {
        id,
        at,
        actorId,
        action,
        names,
        detail: {
          ...(changed ? { changed } : {}),
          ...(minutesAWeek ? { minutesAWeek } : {}),
          ...(released ? { released } : {}),
          ...(received ? { received } : {}),
        },
      },
    ];
  });
