import type { Copy, Steps } from './reorganising-check-in-scene.ts';

export type Case = {
  steps: (copy: Copy) => Steps;
  /** The rows that who leads each domain sees afterwards; in brackets who is there in name alone, with a dash who has no picture. */
  rows: { space: string[]; care: string[] };
  /**
   * The groups of the next window with how many people they have, how many are new to their group, and of each open team with a result
   * whether its series goes on.
   */
  next: { groups: string[]; comeIn: number; series: Record<string, 'goes on' | 'begins anew'> };
};
const support = 'Ondersteuning –';

/** Every kind of step, and of each what touches most: whose team is no more, whose group is torn apart, who comes in. */
export const cases: Record<string, Case> = {
  'a team that goes to another domain': {
    steps: ({ town }) => [{ kind: 'moveTeam', teamId: town.teams.permits, domainId: town.domains.care }],
    rows: { space: ['Groen Water'], care: [support, 'Vergunningen'] },
    next: {
      groups: ['Groen Water 9', 'Vergunningen 9'],
      comeIn: 0,
      series: { Groen: 'goes on', Water: 'goes on', Vergunningen: 'goes on' },
    },
  },
  'one of two teams that are counted together, which goes to another domain': {
    steps: ({ town }) => [{ kind: 'moveTeam', teamId: town.teams.blue, domainId: town.domains.care }],
    rows: { space: ['Groen (Water)', 'Vergunningen'], care: [support, 'Water (Groen)'] },
    next: { groups: ['Vergunningen 9'], comeIn: 0, series: { Vergunningen: 'goes on' } },
  },
  'of two teams that are counted together, one that closes and one that goes to another domain': {
    steps: ({ town }) => [
      { kind: 'close', teamId: town.teams.green, into: null },
      { kind: 'moveTeam', teamId: town.teams.blue, domainId: town.domains.care },
    ],
    rows: { space: ['(Groen) (Water)', 'Vergunningen'], care: [support, 'Water (Groen)'] },
    next: { groups: ['Vergunningen 9'], comeIn: 0, series: { Vergunningen: 'goes on' } },
  },
  'a merger into a team that is counted with another': {
    steps: ({ town }) => [{ kind: 'merge', teamId: town.teams.permits, into: town.teams.green }],
    rows: { space: ['Groen Water', '(Vergunningen)'], care: [support] },
    next: { groups: ['Groen 14'], comeIn: 9, series: { Groen: 'begins anew' } },
  },
  'a merger of two teams that are counted together': {
    steps: ({ town }) => [{ kind: 'merge', teamId: town.teams.blue, into: town.teams.green }],
    rows: { space: ['Groen (Water)', 'Vergunningen'], care: [support] },
    next: {
      groups: ['Groen 9', 'Vergunningen 9'],
      comeIn: 0,
      series: { Groen: 'begins anew', Vergunningen: 'goes on' },
    },
  },
  'a merger of part of a group into another group, and of who was in none': {
    steps: ({ town: { teams } }) => [
      { kind: 'merge', teamId: teams.blue, into: teams.permits },
      { kind: 'merge', teamId: teams.support, into: teams.permits },
    ],
    rows: { space: ['Groen (Water)', 'Vergunningen'], care: [] },
    next: { groups: ['Vergunningen 15'], comeIn: 6, series: { Vergunningen: 'begins anew' } },
  },
  'a team that becomes two': {
    steps: ({ town, fresh }) => [
      {
        kind: 'split',
        teamId: town.teams.permits,
        newTeamId: fresh<'team'>(),
        name: 'Handhaving',
        personIds: (['ada', 'ben', 'dina', 'eva'] as const).map((person) => town.people[person]),
      },
    ],
    rows: { space: ['Groen Water', 'Handhaving –', 'Vergunningen'], care: [support] },
    next: {
      groups: ['Groen Water 9', 'Handhaving Vergunningen 9'],
      comeIn: 0,
      series: { Groen: 'goes on', Water: 'goes on', Handhaving: 'begins anew', Vergunningen: 'begins anew' },
    },
  },
  'a team that closes': {
    steps: ({ town }) => [{ kind: 'close', teamId: town.teams.permits, into: null }],
    rows: { space: ['Groen Water', '(Vergunningen)'], care: [support] },
    next: { groups: ['Groen Water 9'], comeIn: 0, series: { Groen: 'goes on', Water: 'goes on' } },
  },
  'people who go to another team': {
    steps: ({ town: { teams, people } }) =>
      (['ada', 'eva'] as const).map((person) => ({
        kind: 'movePerson',
        teamId: teams.permits,
        into: teams.green,
        personId: people[person],
      })),
    rows: { space: ['Groen Water', 'Vergunningen'], care: [support] },
    next: { groups: ['Groen Water 11'], comeIn: 2, series: { Groen: 'begins anew', Water: 'begins anew' } },
  },
};
