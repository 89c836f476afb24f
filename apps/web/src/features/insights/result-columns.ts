import type { Band } from '@roer/domain/insights/band';
import type { PublishedEpoch, ResultsView } from '@roer/domain/insights/series';
import { epochTimes } from '@roer/domain/workload/epoch';
import type { LocalDate } from '@roer/domain/dates';

/** Epochs in a year: the picture is always a year wide, so that it does not shrink what there is. */
const aYear = 26;
/** Cells without a result that are drawn as one. */
const mergedFrom = 4;

/** One period of the picture. `month`: it is the first one of that month. `breaks`: another group than the period before. */
export type ResultColumn = {
  number: number;
  startsOn: LocalDate;
  month: boolean;
  breaks: boolean;
  time: 'past' | 'now' | 'coming';
};

/** One cell of a statement, as wide as its periods. */
export type ResultCell =
  | { kind: 'band'; number: number; band: Band; breaks: boolean }
  | { kind: 'none'; number: number; span: number; breaks: boolean }
  /** `absent`: this group was not there then. */
  | { kind: 'now' | 'coming' | 'absent'; number: number };

/** The periods of the picture, oldest first; none when nothing was published and nothing runs. */
export const resultColumns = ({ epochs, running }: Pick<ResultsView, 'epochs' | 'running'>): ResultColumn[] => {
  const first = epochs[0]?.number ?? running?.number;
  if (first === undefined) return [];
  const last = Math.max(first + aYear - 1, running?.number ?? 0, epochs.at(-1)?.number ?? 0);
  const published = new Map(epochs.map((epoch) => [epoch.number, epoch]));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const number = first + index;
    const { startsOn } = epochTimes(number);
    const epoch = published.get(number);
    // Where a month has one period at the very start, its name would lie over the next one.
    const beside = epochTimes(index === 0 ? number + 1 : number - 1).startsOn;
    return {
      number,
      startsOn,
      month: (startsOn.slice(0, 7) === beside.slice(0, 7)) === (index === 0),
      breaks: index > 0 && epoch?.breaks === true,
      time: epoch ? 'past' : number === running?.number ? 'now' : 'coming',
    };
  });
};

/** One line of the picture: what of a period it shows. */
export type BandOf = (epoch: PublishedEpoch) => Band | null;

/** The cells of one line. Four or more periods without a result, of one group, are one cell. */
export const resultCells = (
  { epochs }: Pick<ResultsView, 'epochs'>,
  { columns, bandOf }: { columns: readonly ResultColumn[]; bandOf: BandOf },
): ResultCell[] => {
  const bands = new Map(epochs.map((epoch) => [epoch.number, bandOf(epoch)]));
  const cells: ResultCell[] = [];
  for (const { number, breaks, time } of columns) {
    const band = bands.get(number);
    if (time !== 'past') cells.push({ kind: time, number });
    else if (band === undefined) cells.push({ kind: 'absent', number });
    else if (band) cells.push({ kind: 'band', number, band, breaks });
    else cells.push({ kind: 'none', number, span: 1, breaks });
  }
  return merged(cells);
};

const merged = (cells: readonly ResultCell[]): ResultCell[] => {
  const result: ResultCell[] = [];
  let run: Extract<ResultCell, { kind: 'none' }>[] = [];
  const close = (): void => {
    const [first] = run;
    if (first && run.length >= mergedFrom) result.push({ ...first, span: run.length });
    else result.push(...run);
    run = [];
  };
  for (const cell of cells) {
    if (cell.kind !== 'none' || cell.breaks) close();
    if (cell.kind === 'none') run.push(cell);
    else result.push(cell);
  }
  close();
  return result;
};
