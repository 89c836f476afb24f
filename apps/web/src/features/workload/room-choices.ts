import { applyChanges } from '@roer/domain/feed';
import type { AssignmentRow } from '@roer/domain/feed';
import { carryCommands } from '@roer/domain/responsibilities/carry-commands';
import { sameRow } from '@roer/domain/same-row';
import { makeOffer } from '../responsibilities/carrying.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import type { BoardCommand } from '../responsibilities/commands.ts';
import { refusalTo } from '../responsibilities/refusal.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import type { OverloadQuestion } from './overload-check.ts';
import { excessWith } from './overload-in.ts';

/** One thing of mine that makes room in a week that is too full, and the minutes that would then still be too much. */
export type RoomChoice = {
  team: KnownTeam;
  assignment: AssignmentRow;
  title: string;
  excess: number;
  /** Gives it back to the team. */
  dropped: BoardCommand;
  /** Offers it to whoever says yes first; null when it is on offer already. */
  moved: BoardCommand | null;
};

/** What somebody could give back or offer, what makes most room first; nothing of what they are just taking on. */
export const roomChoices = ({ overload, before, after, whose }: OverloadQuestion): RoomChoice[] =>
  after
    .flatMap((team) => {
      const known = before.find(({ teamId }) => teamId === team.teamId)?.snapshot.assignment ?? {};
      const mine = Object.values(team.snapshot.assignment).filter(
        (row) => row.personId === whose.personId && row.role === 'holder' && sameRow(row, known[row.id] ?? null),
      );
      return mine.flatMap((assignment): RoomChoice[] => {
        const { id: assignmentId, responsibilityId, sharePercent } = assignment;
        const title = team.snapshot.responsibility[responsibilityId]?.title;
        const context = { actorId: whose.personId, today: whose.today };
        const dropped = teamCommand(carryCommands.giveBack, { responsibilityId, assignmentId }, context);
        if (title === undefined || refusalTo(team.snapshot, dropped)) return [];
        const without = applyChanges(team.snapshot, dropped.decide(team.snapshot));
        const excess = excessWith({
          overload,
          teams: after.map(({ teamId, snapshot }) => (teamId === team.teamId ? without : snapshot)),
          whose,
        });
        const offer = { responsibilityId, assignmentId, kind: 'give', toPersonId: null, sharePercent } as const;
        const moved = makeOffer({ ...offer, temporaryUntil: null }, context);
        return [{ team, assignment, title, excess, dropped, moved: refusalTo(team.snapshot, moved) ? null : moved }];
      });
    })
    .filter(({ excess }) => excess < overload.excess)
    .toSorted((one, other) => one.excess - other.excess || one.title.localeCompare(other.title, 'nl'));
