import type { TeamSnapshot } from '@roer/domain/feed';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import type { SmallestMove } from '@roer/domain/workload/smallest-move';
import { withMoves } from '@roer/domain/workload/what-if';
import { aTeam, theId, today } from './team-builder.ts';

/** Whether every week of everybody fits. */
export const fits = (facts: TeamSnapshot): boolean =>
  deriveTeamLoad(facts, today).people.every(({ misfit }) => misfit.likely === null);

/** Somebody without hours takes what stops; nothing of theirs has to fit. */
export const fitsAfterStops = (facts: TeamSnapshot, answer: SmallestMove): boolean => {
  if (answer.kind !== 'stop') throw new Error('Something has to stop.');
  const nobody = { ...aTeam({ people: 5 }).member[theId('membership', 5)], minutesByWeekday: [0, 0, 0, 0, 0, 0, 0] };
  // The fifth of a team of five.
  const member = { ...facts.member, [theId('membership', 5)]: nobody as TeamSnapshot['member'][string] };
  const stops = answer.stops.map((stop) => ({ ...stop, receiver: theId('person', 5) }));
  const after = withMoves({ ...facts, member }, [...answer.moves, ...stops], { ...answer, today });
  return deriveTeamLoad(after, today).people.every(
    ({ personId, misfit }) => misfit.likely === null || personId === theId('person', 5),
  );
};
