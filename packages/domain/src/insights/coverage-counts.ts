import type { LocalDate } from '../dates.ts';
import type { Criticality, TeamSnapshot } from '../feed.ts';
import type { ResponsibilityId } from '../ids.ts';
import { independentIn } from '../learning/cover-level.ts';
import { countCoverage, deriveCoverage } from '../responsibilities/coverage.ts';
import type { CoverageState } from '../responsibilities/coverage.ts';
import { carriedOn, standing } from '../responsibilities/delegation.ts';

/** What a manager sees of a responsibility's state: "asleep" is told to the team alone (rule I1.2). */
export const countedStates = ['covered', 'fragile', 'unclear', 'gap'] as const satisfies readonly CoverageState[];
export type CountedState = (typeof countedStates)[number];

/** How many open responsibilities are in each state, for criticality 1, 2 and 3 in that order. */
export type CoverageCounts = Record<CountedState, number[]>;

export const criticalities = [1, 2, 3] as const satisfies readonly Criticality[];

/** What of a team its counts depend on. A command that touches none of them leaves the counts as they are. */
export const countedEntities = [
  'member',
  'responsibility',
  'assignment',
  'delegation',
  'coverLevel',
  'heldBefore',
] as const;
type Counted = Pick<TeamSnapshot, (typeof countedEntities)[number]>;

export const noCounts = (): CoverageCounts => ({
  covered: [0, 0, 0],
  fragile: [0, 0, 0],
  unclear: [0, 0, 0],
  gap: [0, 0, 0],
});

/** Counts a team's open responsibilities by state and criticality on a day; what sleeps counts as it would awake (rules I1.1, I1.2). */
export const deriveCoverageCounts = (snapshot: Counted, today: LocalDate): CoverageCounts => {
  const carried = Map.groupBy(carriedOn(snapshot, today), ({ responsibilityId }) => responsibilityId);
  const open = Object.values(snapshot.responsibility).filter(({ closedOn }) => closedOn === null);
  const coverageOf = (id: ResponsibilityId) =>
    deriveCoverage(carried.get(id) ?? [], { independent: independentIn(snapshot, id) });
  const byCriticality = criticalities.map((criticality) =>
    countCoverage(open.filter((row) => row.criticality === criticality).map(({ id }) => coverageOf(id))),
  );
  const counts = noCounts();
  for (const state of countedStates) counts[state] = byCriticality.map((states) => states[state]);
  return counts;
};

/** The next day on which a team's counts may change by themselves: something handed over for a while begins or ends. Null: none. */
export const nextTransitionOn = (snapshot: Pick<TeamSnapshot, 'delegation'>, today: LocalDate): LocalDate | null => {
  const days = standing(snapshot, today).flatMap(({ from, until }) => [from, until]);
  return days.filter((day) => day > today).toSorted()[0] ?? null;
};

/** The counts of several teams together, which is how a domain is told (rule I1.3). */
export const addCounts = (all: readonly CoverageCounts[]): CoverageCounts => {
  const sum = noCounts();
  for (const state of countedStates)
    sum[state] = sum[state].map((_, index) => all.reduce((total, counts) => total + (counts[state][index] ?? 0), 0));
  return sum;
};

/** The states in which something is not covered. */
export const openStates = ['fragile', 'unclear', 'gap'] as const satisfies readonly CountedState[];

/** The criticality of what must not stand still. */
const highest: Criticality = 3;

/** Responsibilities that must not stand still and are not covered. */
export const countCritical = (counts: CoverageCounts): number =>
  openStates.reduce((sum, state) => sum + countOf(counts, { state, criticality: highest }), 0);

/** Responsibilities in a state, or of all states, of one criticality or of all. */
export const countOf = (
  counts: CoverageCounts,
  { state, criticality }: { state?: CountedState; criticality?: Criticality } = {},
): number => {
  const states: readonly CountedState[] = state ? [state] : countedStates;
  const levels: readonly Criticality[] = criticality ? [criticality] : criticalities;
  let sum = 0;
  for (const each of states) for (const level of levels) sum += counts[each][level - 1] ?? 0;
  return sum;
};
