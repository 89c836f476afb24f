import type { LocalDate } from '@roer/domain/dates';
import type { DutyRow, ResponsibilityRow } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import type { WeekDate } from '@roer/domain/responsibilities/my-week';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import type { Recurrence } from '../responsibilities/use-recurrence.ts';
import type { MyTeam } from './my-responsibilities.ts';

/** What one duty asks of me this week. A duty of every working day is one thing, not five. */
export type WeekItem = {
  team: MyTeam;
  responsibility: ResponsibilityRow;
  duty: DutyRow;
  as: WeekDate['as'];
  /** Settled today: stays in place, struck through, until tomorrow. */
  settled: WeekDate[];
  /** What is still open of this week and before, the first one first. */
  open: WeekDate[];
};

/** Of one date only what a row has to show: a tick, and the words beside it. */
export type WeekRow = { date: WeekDate; later: WeekDate[] };

export type MyWeek = {
  items: WeekItem[];
  /** How many things are open: in this week, of which today, and of which from before. */
  open: number;
  today: number;
  overdue: number;
  /** Whether anything of this week was done or skipped. */
  hasSettled: boolean;
  /** Recurrence could not be loaded: nothing can be said about dates. */
  isUnknown: boolean;
  /** The first date after this week of what a responsibility asks. */
  next: (team: MyTeam, responsibilityId: string) => Occurrence | null;
};

type Asked = { teams: readonly MyTeam[]; me: PersonId; today: LocalDate };

const openStates: ReadonlySet<Occurrence['state']> = new Set(['upcoming', 'today', 'overdue']);

/** My week over all my teams (rules V1, V2). Recurrence is given, because it arrives after the first paint. */
export const deriveMyItems = (recurrence: Recurrence, { teams, me, today }: Asked): MyWeek => {
  const dates = teams.flatMap((team) =>
    recurrence.deriveMyWeek(team.snapshot, { personId: me, today }).map((date) => ({ team, date })),
  );
  const found = new Map<string, WeekItem>();
  for (const { team, date } of dates) {
    const { responsibility, as, occurrence } = date;
    const key = `${as}:${occurrence.duty.id}`;
    const item = found.get(key) ?? { team, responsibility, duty: occurrence.duty, as, settled: [], open: [] };
    if (openStates.has(occurrence.state)) item.open.push(date);
    else if (occurrence.row && occurrence.row.state !== 'open' && occurrence.row.on === today) item.settled.push(date);
    found.set(key, item);
  }
  const items = [...found.values()].filter(({ open, settled }) => open.length + settled.length > 0);
  const first = (state: Occurrence['state']): number =>
    items.filter(({ open }) => open[0]?.occurrence.state === state).length;
  return {
    items,
    open: items.filter(({ open }) => open.length > 0).length,
    today: first('today'),
    overdue: first('overdue'),
    hasSettled: dates.some(({ date }) => date.occurrence.state === 'done' || date.occurrence.state === 'skipped'),
    isUnknown: false,
    next: ({ snapshot }, responsibilityId) => recurrence.nextAfterWeek(snapshot, responsibilityId, today),
  };
};

/**
 * The rows of one duty, in order of their day: what was settled today, and what is open first. After a tick the next date
 * does not slide in below it, so that nothing moves under the pointer; its words say when it comes again.
 */
export const rowsOf = ({ settled, open }: WeekItem, today: LocalDate): WeekRow[] => {
  const due = open.filter(({ occurrence }) => occurrence.on <= today);
  const later = open.filter(({ occurrence }) => occurrence.on > today);
  const shown = [...settled, ...due].toSorted((one, other) => one.occurrence.on.localeCompare(other.occurrence.on));
  const [first, ...rest] = later;
  if (shown.length === 0) return first ? [{ date: first, later: rest }] : [];
  return shown.map((date, index) => ({ date, later: index === shown.length - 1 ? later : [] }));
};
