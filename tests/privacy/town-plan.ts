import { statements } from './oracle.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';

/** Who somebody is, and how they use to answer. */
export type PersonPlan = {
  key: string;
  team: string | null;
  /** Came in by a link that only their own mailbox saw. An account that an administrator invented did not. */
  proven: boolean;
  governs: 'domain' | 'everything' | null;
  habit: Habit;
};
type Habit = {
  /** How often they answer, share openly, change their mind: chances. */
  answers: number;
  shares: number;
  edits: number;
  /** What they usually answer to each statement, as agreement 1…5, and how far they stray from it. */
  usual: number[];
  strays: number;
};

/** Agreement of 1…5 with each of the five statements, 0 where they left it blank. */
export type AnswerPlan = { person: string; values: number[]; shares: boolean };

export type EventPlan =
  | { kind: 'join'; person: string; team: string }
  | { kind: 'leave'; person: string; team: string }
  | { kind: 'move'; person: string; from: string; to: string }
  | { kind: 'placeTeam'; team: string; domain: string }
  | { kind: 'endAccount'; person: string }
  | { kind: 'erase'; person: string };

/** What happens at three moments of an epoch: before the form opens, while people answer, after closing but before the release. */
export type EpochPlan = {
  before: EventPlan[];
  answers: AnswerPlan[];
  between: EventPlan[];
  late: AnswerPlan[];
  after: EventPlan[];
};

export type TownPlan = {
  seed: number;
  domains: string[];
  teams: { key: string; domain: string }[];
  people: PersonPlan[];
  epochs: EpochPlan[];
};

/** A municipality of 8–60 people and what happens in it, the same for the same seed. */
export const planTown = (seed: number, epochCount: number): TownPlan => {
  const random = seededRandom(seed);
  const domains = Array.from({ length: random.whole(1, 3) }, (_, index) => `domain${index}`);
  // More small towns than large ones: in these fewer groups are large enough, and more is at stake.
  const size = 8 + Math.floor(53 * random.next() ** 2);
  const teams: TownPlan['teams'] = [];
  const people: PersonPlan[] = [];
  const mood = planMood(random);
  const add = (team: string | null, rest: Partial<PersonPlan> = {}): string => {
    const key = `p${people.length}`;
    people.push({ key, team, proven: true, governs: null, habit: planHabit(random, mood), ...rest });
    return key;
  };
  while (people.length < size) {
    const key = `team${teams.length}`;
    teams.push({ key, domain: random.pick(domains) });
    const members = Math.min(random.chance(0.5) ? random.whole(2, 7) : random.whole(8, 16), size - people.length);
    for (let count = 0; count < members; count += 1) add(key);
  }
  // Those who govern are sometimes in a team too; of it their answers never count.
  const somewhere = (): string | null => (random.chance(0.3) ? random.pick(teams).key : null);
  add(somewhere(), { governs: 'everything' });
  for (const _ of domains) add(somewhere(), { governs: 'domain' });
  // Colleagues whom an administrator invented, to be all but one of a small cell.
  if (random.chance(0.3)) {
    const { key } = random.pick(teams);
    for (let count = random.whole(1, 9); count > 0; count -= 1) add(key, { proven: false });
  }
  const plan: TownPlan = { seed, domains, teams, people, epochs: [] };
  const state = new Map(people.map((person) => [person.key, person.team]));
  const gone = new Set<string>();
  const placed = new Map(teams.map(({ key, domain }) => [key, domain]));
  const going = { random, plan, state, placed, gone, add };
  for (let epoch = 0; epoch < epochCount; epoch += 1) plan.epochs.push(planEpoch(going));
  return plan;
};

/** Some towns are of one mind, so that sums come near their ends, where they would tell most. */
const planMood = (random: Random): number | null => (random.chance(0.35) ? random.pick([1, 1, 2, 4, 5, 5]) : null);

const planHabit = (random: Random, mood: number | null): Habit => ({
  answers: random.pick([1, 1, 0.95, 0.8, 0.5, 0.2, 0]),
  shares: random.chance(0.15) ? random.pick([0.2, 0.6, 1]) : 0,
  edits: random.pick([0, 0, 0.3]),
  usual: statements.map(() => mood ?? random.whole(1, 5)),
  strays: random.pick([0, 0, 1, 2]),
});

type Going = {
  random: Random;
  plan: TownPlan;
  /** In which team everybody is now. */
  state: Map<string, string | null>;
  /** In which domain each team is now. */
  placed: Map<string, string>;
  /** Whose account ended. */
  gone: Set<string>;
  add: (team: string | null, rest?: Partial<PersonPlan>) => string;
};

const planEpoch = (going: Going): EpochPlan => {
  const before = planEvents(going);
  const answers = planAnswers(going);
  const between = planEvents(going);
  const late = planAnswers(going).filter(() => going.random.chance(0.1));
  return { before, answers, between, late, after: planEvents(going) };
};

const planEvents = ({ random, plan, state, placed, gone, add }: Going): EventPlan[] => {
  const events: EventPlan[] = [];
  const working = [...state].flatMap(([key, team]) => (team === null || gone.has(key) ? [] : [{ key, team }]));
  const some = (chance: number): { key: string; team: string }[] => working.filter(() => random.chance(chance));
  for (const { key, team } of some(0.01)) {
    if (state.get(key) !== team) continue;
    const kind = random.pick(['leave', 'move', 'endAccount', 'erase'] as const);
    if (kind === 'leave') events.push({ kind, person: key, team });
    if (kind === 'move') {
      const { key: to } = random.pick(plan.teams);
      if (to === team) continue;
      events.push({ kind, person: key, from: team, to });
      state.set(key, to);
      continue;
    }
    if (kind === 'endAccount' || kind === 'erase') {
      events.push({ kind, person: key });
      gone.add(key);
    }
    state.set(key, null);
  }
  if (random.chance(0.15)) {
    const { key: team } = random.pick(plan.teams);
    const person = add(team, { proven: random.chance(0.8) });
    state.set(person, team);
    events.push({ kind: 'join', person, team });
  }
  if (random.chance(0.08)) {
    const { key: team } = random.pick(plan.teams);
    const domain = random.pick(plan.domains);
    if (domain !== placed.get(team)) events.push({ kind: 'placeTeam', team, domain });
    placed.set(team, domain);
  }
  return events;
};

const planAnswers = ({ random, plan, gone }: Going): AnswerPlan[] => {
  const planned = plan.people.flatMap(({ key, habit }): AnswerPlan[] => {
    if (gone.has(key) || !random.chance(habit.answers)) return [];
    const times = random.chance(habit.edits) ? random.whole(2, 3) : 1;
    return Array.from({ length: times }, () => ({
      person: key,
      values: habit.usual.map((value) =>
        random.chance(0.04) ? 0 : Math.min(5, Math.max(1, value + random.whole(-habit.strays, habit.strays))),
      ),
      shares: random.chance(habit.shares),
    }));
  });
  return random.shuffled(planned);
};
