import type { LocalDate } from '../dates.ts';
import type { Band } from './band.ts';
import { teamsCounted } from './dashboard.ts';
import { groupNote, linesOf, outsideNote, teamNumbers } from './dashboard-lines.ts';
import type { DashboardWords } from './dashboard-lines.ts';
import type { Quarter } from './quarter.ts';
import { alarmsIn, lacksResult } from './quarter-rows.ts';
import type { NotCompared, QuarterBand, QuarterChoice, QuarterPeriod, QuarterRow } from './quarter-rows.ts';

/** The words of one language for quarters in lines. */
export type QuarterWords = Pick<
  DashboardWords,
  'column' | 'state' | 'notTold' | 'together' | 'alarm' | 'gone' | 'absent' | 'outside' | 'off'
> & {
  head: Record<'quarter' | 'period' | 'summary' | 'learn' | 'load', string>;
  quarter: (quarter: Quarter) => string;
  period: (period: { startsOn: LocalDate; endsOn: LocalDate }) => string;
  band: (band: Band | null) => string;
  /** Of what was not published yet. */
  coming: string;
  /** What no result says and what to do instead. */
  noResult: string;
  notCompared: (why: NotCompared) => string;
};

/**
 * What a page of a quarter shows, as lines: one for each team and period, with the heads first. A quarter that is not compared has one
 * line, which says why (rule I1.11).
 */
export const quarterLines = (
  rows: readonly QuarterRow[],
  { choice, words }: { choice: QuarterChoice; words: QuarterWords },
): string[][] => {
  const { head, column, state } = words;
  const said = (band: QuarterBand): string => {
    if (band === 'coming' || band === 'absent') return words[band];
    return words.band(band);
  };
  const lines: string[][] = [
    [
      column.team,
      ...teamNumbers.heads({ column, state }),
      ...(['quarter', 'period', 'summary', 'learn', 'load'] as const).map((each) => head[each]),
      column.note,
    ],
  ];
  for (const { group, periods, earlier } of rows) {
    const count = teamsCounted(group).length;
    const noteOf = (all: readonly QuarterPeriod[]): string => {
      if (!group.picture) return outsideNote(group, words);
      return groupNote({ teams: count, lacks: lacksResult(all), alarms: alarmsIn(group, all) }, words);
    };
    for (const { name, numbers, gone } of linesOf(group, words)) {
      const start = [name, ...numbers];
      const add = (quarter: Quarter, all: readonly QuarterPeriod[]): void => {
        for (const { summary, learn, load, ...period } of all) {
          const ofLoad = count > 1 ? words.notTold : said(load);
          const note = [...gone, noteOf(all)].join(' ').trim();
          lines.push([
            ...start,
            words.quarter(quarter),
            words.period(period),
            said(summary),
            said(learn),
            ofLoad,
            note,
          ]);
        }
      };
      add(choice.quarter, periods);
      if (choice.against === null || earlier === null) continue;
      if (Array.isArray(earlier)) add(choice.against, earlier);
      else lines.push([...start, words.quarter(choice.against), '', '', '', '', words.notCompared(earlier)]);
    }
  }
  return lines;
};
