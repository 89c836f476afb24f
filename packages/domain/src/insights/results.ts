import type { Statement } from '../workload/check-in.ts';
import { statements } from '../workload/check-in.ts';
import { epochTimes, epochsInWindow } from '../workload/epoch.ts';
import type { Band } from './band.ts';
import { noBands } from './release.ts';
import { deriveAlarms, epochsShown, lastPublished } from './series.ts';
import type { PublishedEpoch, ResultsView } from './series.ts';

/** Blocks of four weeks of which the planned work is published, from the start of an epoch on (rule P13). */
export const loadBlocks = 3;

/** The ledger of what was published of the groups that a team was in. */
export type Ledger = {
  /** The name of the team, for when it is in no group. */
  team: string;
  /** By window, the oldest first. `roster` is the same for two windows when nobody and no team differs. */
  cells: readonly { first: number; teams: readonly { name: string }[]; roster: string }[];
  releases: readonly { epoch: number; measure: string; band: Band | null }[];
  epochs: readonly { number: number; closed: boolean }[];
};

/** The screen that a ledger gives at `now`, and nothing else ever does (rules P6, P8, P9). */
export const deriveResults = (ledger: Ledger, now: number): ResultsView => {
  const { epochs, ...rest } = deriveSeries(ledger, now);
  return { ...rest, epochs: epochs.slice(-epochsShown) };
};

/** As `deriveResults`, as far back as the ledger goes. */
export const deriveSeries = (ledger: Ledger, now: number): ResultsView => {
  const closed = new Map(ledger.epochs.map((epoch) => [epoch.number, epoch.closed]));
  const epochs: PublishedEpoch[] = [];
  let running: ResultsView['running'] = null;
  let teams: readonly { name: string }[] = [{ name: ledger.team }];
  let before: string | null = null;
  for (const cell of ledger.cells) {
    for (let number = cell.first; number < cell.first + epochsInWindow; number += 1) {
      const { opensAt, publishesAt } = epochTimes(number);
      if (opensAt > now) break;
      teams = cell.teams;
      // An epoch in which nothing ran was never opened, and has no result either.
      if (publishesAt <= now && (closed.get(number) ?? true)) {
        // After a time in no group it is another series, also with the same people.
        const goesOn = before === cell.roster && epochs.at(-1)?.number === number - 1;
        epochs.push({ ...publishedOf(ledger, cell, number), breaks: before !== null && !goesOn });
        before = cell.roster;
      } else running ??= { number, publishesAt };
    }
  }
  // A team that is in no group any more has results, and nothing that goes on.
  const isLatest = epochs.at(-1)?.number === lastPublished(now);
  return { teams: teams.map(({ name }) => name), epochs, running, alarms: isLatest ? deriveAlarms(epochs) : [] };
};

const publishedOf = (
  { releases }: Ledger,
  { teams }: Ledger['cells'][number],
  number: number,
): Omit<PublishedEpoch, 'breaks'> => {
  const { startsOn, endsOn } = epochTimes(number);
  const released = new Map(
    releases.filter(({ epoch }) => epoch === number).map(({ measure, band }) => [measure, band]),
  );
  const bands: Record<Statement, Band | null> = noBands();
  for (const statement of statements) bands[statement] = released.get(statement) ?? null;
  const load = Array.from({ length: loadBlocks }, (_, block) => released.get(`load:${block}`) ?? null);
  return { number, startsOn, endsOn, bands, load: teams.length === 1 ? load : null };
};
