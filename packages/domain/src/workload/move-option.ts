import type { AssignmentRow, TeamSnapshot } from '../feed.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import { inMinutes } from './horizon.ts';
import type { Scenario } from './scenario.ts';
import type { TeamWork } from './team-work.ts';
import type { Move, MoveTime } from './what-if.ts';

/** What one percent changes for a person on the days from `first` to `last`; parts are ten-thousandths of a minute. */
export type Effect = { personId: PersonId; first: number; last: number; parts: number };

/**
 * One way to hand a share over, or (`stops`) to let it stop; then the receiver is the giver. Options of one `item` are about one share of
 * one person, of which `available` percent is there. `known`: who receives it holds it or stands in already. `minutes`: what it moves.
 * `aPercent`: what each percent of it changes.
 */
export type MoveOption = {
  item: number;
  available: number;
  move: Move;
  stops: boolean;
  known: boolean;
  minutes: number;
  aPercent: readonly Effect[];
};

/** Whether somebody is able to do what a responsibility asks. */
export type Able = (personId: PersonId, responsibilityId: ResponsibilityId) => boolean;

type MoveQuestion = { time: MoveTime; scenario: Scenario; able: Able };

export type Asked = { snapshot: TeamSnapshot; work: TeamWork; question: MoveQuestion };

/** Who may receive it, and who holds the responsibility or stands in. */
export type People = { members: readonly PersonId[]; carriers: readonly AssignmentRow[] };
export type Unnumbered = Omit<MoveOption, 'item'>;

/** A share goes over as a whole, or in quarters of the responsibility. */
export const stepsOf = (available: number): number[] => [available, ...[75, 50, 25].filter((step) => step < available)];

type Described = {
  giver: PersonId;
  receiver: PersonId | null;
  available: number;
  aPercent: readonly Effect[];
  known: boolean;
};

/** One step of an item, with what it moves. */
export const described = (
  what: Omit<Move, 'giver' | 'receiver'>,
  { giver, receiver, available, aPercent, known }: Described,
): Unnumbered => ({
  available,
  move: { ...what, giver, receiver: receiver ?? giver },
  stops: receiver === null,
  known,
  minutes: inMinutes(what.sharePercent * aPercent.reduce((sum, { parts }) => sum + Math.max(0, -parts), 0)),
  aPercent,
});
