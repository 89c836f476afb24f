import type { PersonId } from '../ids.ts';
import type { TeamLoad } from './load.ts';

/**
 * Minutes of one week: `organising` (what a team does to keep itself going, by responsibilities that are marked so), `core` (what it is there
 * for, work with a deadline of that week included) and `room` (time that nothing asks for).
 */
export type Meter = { organising: number; core: number; room: number };

/** Where the time of a week goes (rule R11.2), for each person and for the team. `week` is 0 for the one of today. */
export const deriveMeter = (
  load: TeamLoad,
  week: number,
): { team: Meter; people: (Meter & { personId: PersonId })[] } => {
  const people = load.people.map(({ personId, weeks }) => {
    const of = weeks[week];
    if (!of) return { personId, organising: 0, core: 0, room: 0 };
    const carried = of.recurring + of.deadline.likely;
    return {
      personId,
      organising: of.organising,
      core: carried - of.organising,
      room: Math.max(0, of.available - carried),
    };
  });
  const sum = (part: keyof Meter): number => people.reduce((total, each) => total + each[part], 0);
  return { team: { organising: sum('organising'), core: sum('core'), room: sum('room') }, people };
};
