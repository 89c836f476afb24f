import { seededRandom } from './random.ts';
import type { AnswerPlan, PersonPlan, TownPlan } from './town-plan.ts';

const habit = { answers: 1, shares: 0, edits: 0, usual: [3, 3, 3, 3, 3], strays: 0 };
const people = (team: string | null, from: number, count: number, rest: Partial<PersonPlan> = {}): PersonPlan[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `p${from + index}`,
    team,
    proven: true,
    governs: null,
    habit,
    ...rest,
  }));

/** A group of one team of nine, a group of two small teams with nine people, and a team of three that is in none. */
export const sceneTown: TownPlan = {
  seed: 4,
  domains: ['domain0', 'domain1'],
  teams: [
    { key: 'team0', domain: 'domain0' },
    { key: 'team1', domain: 'domain0' },
    { key: 'team2', domain: 'domain0' },
    { key: 'team3', domain: 'domain1' },
  ],
  people: [
    ...people('team0', 0, 9),
    ...people('team1', 9, 5),
    ...people('team2', 14, 4),
    ...people('team3', 18, 3),
    ...people(null, 21, 1, { governs: 'everything' }),
    ...people(null, 22, 2, { governs: 'domain' }),
  ],
  epochs: [],
};
export const largeGroup = sceneTown.people.slice(0, 9).map(({ key }) => key);
export const mergedGroup = sceneTown.people.slice(9, 18).map(({ key }) => key);

/** The same agreement with every statement. */
export const alike = (person: string, agreement: number, rest: Partial<AnswerPlan> = {}): AnswerPlan => ({
  person,
  values: Array.from({ length: 5 }, () => agreement),
  shares: false,
  ...rest,
});

/** Answers of these people that chance picked. */
export const someAnswers = (keys: readonly string[], seed: number): AnswerPlan[] => {
  const random = seededRandom(seed);
  return keys.map((person) => ({ person, values: Array.from({ length: 5 }, () => random.whole(1, 5)), shares: false }));
};
