import type { Statement } from '../workload/check-in.ts';
import type { Band } from './band.ts';
import type { Criticality } from '../feed.ts';
import { countCritical, countedStates, countOf, criticalities } from './coverage-counts.ts';
import type { CountedState } from './coverage-counts.ts';
import { teamsCounted } from './dashboard.ts';
import type { DashboardGroup, DashboardTeam, DomainDashboard } from './dashboard.ts';
import { summaryOf } from './series.ts';
import type { PublishedEpoch } from './series.ts';

/** The words of one language for a dashboard in lines. */
export type DashboardWords = {
  column: Record<'team' | 'people' | 'total' | 'critical' | 'waiting' | 'late' | 'note', string>;
  state: Record<CountedState, string>;
  stateAt: (state: CountedState, criticality: Criticality) => string;
  band: (band: Band | null) => string;
  /** Of a block of four weeks of planned work, 0 to 2. */
  load: (block: number) => string;
  summary: (epoch: Pick<PublishedEpoch, 'startsOn' | 'endsOn'>) => string;
  learn: (epoch: Pick<PublishedEpoch, 'startsOn' | 'endsOn'>) => string;
  /** Of a group of several teams, whose planned work is not told. */
  notTold: string;
  /** Of a team of which nothing was published yet. */
  noneYet: string;
  /** Of a time in which the group was not there. */
  absent: string;
  /** That this many teams are counted as one, and so have one result. */
  together: (teams: number) => string;
  /** What was heavy three times in a row, and what to do (rule P7). */
  alarm: (alarms: readonly Statement[]) => string;
  /** What no result says, and what to do instead. */
  noResult: string;
  /** Of a team that is in no group. */
  outside: string;
  /** The same where no check-in can be held: why, and what can be done (rule P16). */
  off: string;
  /** Of a team that closed or went to another domain, and is counted here until the window ends. */
  gone: string;
};

/** The periods of which any group has something, oldest first. */
const periodsOf = (groups: readonly DashboardGroup[]): PublishedEpoch[] => {
  const epochs = new Map<number, PublishedEpoch>();
  for (const { picture } of groups) for (const epoch of picture?.epochs ?? []) epochs.set(epoch.number, epoch);
  return [...epochs.values()].toSorted((one, other) => one.number - other.number);
};

/** The counts of a team as cells, and their heads. */
export const teamNumbers = {
  heads: ({ column, state }: Pick<DashboardWords, 'column' | 'state'>): string[] => [
    column.people,
    column.total,
    ...countedStates.map((each) => state[each]),
    column.critical,
    column.waiting,
    column.late,
  ],
  of: ({ people, counts, waiting, late }: DashboardTeam): string[] =>
    [
      people,
      countOf(counts),
      ...countedStates.map((each) => countOf(counts, { state: each })),
      countCritical(counts),
      waiting,
      late,
    ].map(String),
};

/** Each state at each criticality, what must not stand still first. */
const levels = countedStates.flatMap((state) =>
  criticalities.map((criticality) => ({ state, criticality })).toReversed(),
);

/**
 * The lines of a group: each team with the cells of its counts, and of those by criticality (`levels`), which are empty for one that is
 * here in name alone (rule I1.13), and what is said beside that one.
 */
export const linesOf = (
  group: DashboardGroup,
  words: Pick<DashboardWords, 'column' | 'state' | 'gone'>,
): { name: string; numbers: string[]; levels: string[]; gone: string[] }[] => {
  const nothing = teamNumbers.heads(words).map(() => '');
  return [
    ...group.teams.map((team) => ({
      name: team.name,
      numbers: teamNumbers.of(team),
      levels: levels.map((of) => String(countOf(team.counts, of))),
      gone: [],
    })),
    ...group.others.map(({ name }) => ({
      name,
      numbers: nothing,
      levels: levels.map(() => ''),
      gone: [words.gone],
    })),
  ];
};

/** A table: its heads first, and the name of the team at the start of every line. */
type Lines = string[][];

/**
 * A domain as three tables: of every team what the screen shows of it, in the order of the screen, and nothing else (rule I1.7). Teams that
 * are counted together have the same bands.
 */
export const dashboardSheets = (
  { groups }: Pick<DomainDashboard, 'groups'>,
  words: DashboardWords,
): { teams: Lines; summary: Lines; learn: Lines } => {
  const periods = periodsOf(groups);
  const blocks = [0, 1, 2];
  const { column } = words;
  const all = groups.flatMap((group) =>
    linesOf(group, words).map((line) => ({ ...line, group, picture: group.picture })),
  );
  const through = (head: (epoch: PublishedEpoch) => string, of: (epoch: PublishedEpoch) => Band | null): Lines => [
    [column.team, ...periods.map(head)],
    ...all.map(({ name, picture }) => {
      const published = new Map(picture?.epochs.map((epoch) => [epoch.number, of(epoch)]));
      return [
        name,
        ...periods.map(({ number }) => {
          const band = published.get(number);
          return band === undefined ? words.absent : words.band(band);
        }),
      ];
    }),
  ];
  return {
    teams: [
      [
        column.team,
        ...teamNumbers.heads(words),
        ...levels.map(({ state, criticality }) => words.stateAt(state, criticality)),
        ...blocks.map(words.load),
        column.note,
      ],
      ...all.map(({ name, numbers, levels: byLevel, gone, group, picture }) => {
        const load = picture?.epochs.at(-1)?.load ?? null;
        return [
          name,
          ...numbers,
          ...byLevel,
          ...blocks.map((block) => {
            if (teamsCounted(group).length > 1) return words.notTold;
            if (!picture) return words.absent;
            return load ? words.band(load[block] ?? null) : words.noneYet;
          }),
          [...gone, noteOf(group, words)].join(' ').trim(),
        ];
      }),
    ],
    summary: through(words.summary, ({ bands }) => summaryOf(bands)),
    learn: through(words.learn, ({ bands }) => bands.learn),
  };
};

/**
 * Beside a team what the screen says of its group: that it is counted with others, its alarm (rule P7), and what no result says and to do
 * instead (rule I1.10).
 */
const noteOf = (group: DashboardGroup, words: DashboardWords): string => {
  const { picture } = group;
  if (!picture) return outsideNote(group, words);
  const lacks = picture.epochs.some(({ bands }) => summaryOf(bands) === null || bands.learn === null);
  return groupNote({ teams: teamsCounted(group).length, lacks, alarms: picture.alarms }, words);
};

/** Why a team is in no group. */
export const outsideNote = (
  { checkInIsOff }: Pick<DashboardGroup, 'checkInIsOff'>,
  words: Pick<DashboardWords, 'outside' | 'off'>,
): string => (checkInIsOff ? words.off : words.outside);

/** The sentences beside every team of a group: none when it is one team that always had a result and has no alarm. */
export const groupNote = (
  { teams, lacks, alarms }: { teams: number; lacks: boolean; alarms: readonly Statement[] },
  words: Pick<DashboardWords, 'together' | 'alarm' | 'noResult'>,
): string =>
  [
    ...(teams > 1 ? [words.together(teams)] : []),
    ...(alarms.length > 0 ? [words.alarm(alarms)] : []),
    ...(lacks ? [words.noResult] : []),
  ].join(' ');

/** The three tables side by side, as one. */
export const dashboardLines = (dashboard: Pick<DomainDashboard, 'groups'>, words: DashboardWords): Lines => {
  const { teams, summary, learn } = dashboardSheets(dashboard, words);
  return teams.map((line, index) => [...line, ...(summary[index]?.slice(1) ?? []), ...(learn[index]?.slice(1) ?? [])]);
};
