import type { LocalDate } from '../dates.ts';
import type { Statement } from '../workload/check-in.ts';
import type { Band } from './band.ts';
import type { DashboardGroup } from './dashboard.ts';
import { periodsIn } from './quarter.ts';
import type { Quarter } from './quarter.ts';
import { summaryOf } from './series.ts';
import type { PublishedEpoch } from './series.ts';

/** What stands of a period in one line: a band, no result (null), that it was not published yet, or that this group was not there then. */
export type QuarterBand = Band | null | 'coming' | 'absent';

/** One period of a quarter. `load` is of the four weeks from its start on (rule P13). */
export type QuarterPeriod = {
  number: number;
  startsOn: LocalDate;
  endsOn: LocalDate;
  summary: QuarterBand;
  learn: QuarterBand;
  load: QuarterBand;
};

/** Why there is no earlier quarter beside this one: the group became another one on that day, or nothing was published of it then. */
export type NotCompared = { because: 'broken'; on: LocalDate } | { because: 'nothing' };

/** A group in a quarter, and beside it in an earlier one, or why not. Null: nothing was asked to be beside it. */
export type QuarterRow = {
  group: DashboardGroup;
  periods: QuarterPeriod[];
  earlier: QuarterPeriod[] | NotCompared | null;
};

/** A quarter, and the earlier one that is compared with it; null for none. */
export type QuarterChoice = { quarter: Quarter; against: Quarter | null };

/**
 * Groups in a quarter: of each period what was published of that very group, and nothing that was not (rules P3, P8). Two quarters stand
 * beside each other only when the group was the same one through both and all between them (rules I1.8, I1.9).
 */
export const deriveQuarterRows = (groups: readonly DashboardGroup[], choice: QuarterChoice): QuarterRow[] => {
  const lastPublished = Math.max(...groups.map(({ picture }) => picture?.epochs.at(-1)?.number ?? -1));
  return groups.map((group) => {
    const published = new Map(group.picture?.epochs.map((epoch) => [epoch.number, epoch]));
    const began = group.picture?.epochs[0]?.number ?? group.picture?.running?.number ?? Infinity;
    const withoutResult = (number: number): 'coming' | 'absent' =>
      number >= began && number > lastPublished ? 'coming' : 'absent';
    const periodsOf = (quarter: Quarter): QuarterPeriod[] =>
      periodsIn(quarter).map(({ number, startsOn, endsOn }) => {
        const epoch = published.get(number);
        return { number, startsOn, endsOn, ...(epoch ? bandsOf(epoch) : through(withoutResult(number))) };
      });
    const periods = periodsOf(choice.quarter);
    if (choice.against === null) return { group, periods, earlier: null };
    const earlier = periodsOf(choice.against);
    return { group, periods, earlier: whyNot(published, { periods, earlier }) ?? earlier };
  });
};

type PeriodBands = Pick<QuarterPeriod, 'summary' | 'learn' | 'load'>;

const through = (band: QuarterBand): PeriodBands => ({ summary: band, learn: band, load: band });

const bandsOf = ({ bands, load }: PublishedEpoch): PeriodBands => ({
  summary: summaryOf(bands),
  learn: bands.learn,
  load: load?.[0] ?? null,
});

const whyNot = (
  published: ReadonlyMap<number, PublishedEpoch>,
  { periods, earlier }: { periods: readonly QuarterPeriod[]; earlier: readonly QuarterPeriod[] },
): NotCompared | null => {
  const first = earlier.find(({ number }) => published.has(number));
  if (!first) return { because: 'nothing' };
  const last = periods.findLast(({ number }) => published.has(number)) ?? first;
  const broken = [...published.values()].findLast(
    ({ number, breaks }) => breaks && number > first.number && number <= last.number,
  );
  return broken ? { because: 'broken', on: broken.startsOn } : null;
};

/** How often each band stands in a line, the heaviest first; what never does is left out, and so is what was not or not yet published. */
export const countBands = (bands: readonly QuarterBand[]): { band: Band | null; count: number }[] =>
  (['heavy', 'middle', 'light', null] as const).flatMap((band) => {
    const count = bands.filter((each) => each === band).length;
    return count > 0 ? [{ band, count }] : [];
  });

/** Whether a quarter has a period without a result, which asks for a word about it. */
export const lacksResult = (periods: readonly QuarterPeriod[]): boolean =>
  periods.some(({ summary, learn }) => summary === null || learn === null);

/** The alarms of a group that stand beside these periods: those that the last one published is among (rule P7). Others had their day. */
export const alarmsIn = (
  { picture }: DashboardGroup,
  periods: readonly Pick<QuarterPeriod, 'number'>[],
): readonly Statement[] => {
  const last = picture?.epochs.at(-1)?.number;
  return picture && periods.some(({ number }) => number === last) ? picture.alarms : [];
};
