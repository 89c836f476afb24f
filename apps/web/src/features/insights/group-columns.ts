import type { DashboardGroup } from '@roer/domain/insights/dashboard';
import type { PublishedEpoch } from '@roer/domain/insights/series';
import { resultColumns } from './result-columns.ts';
import type { ResultColumn } from './result-columns.ts';

/** The periods of one year for all groups below each other, so that the same place is the same period in every row. */
export const groupColumns = (groups: readonly Pick<DashboardGroup, 'picture'>[]): ResultColumn[] => {
  const epochs = new Map<number, PublishedEpoch>();
  for (const { picture } of groups)
    for (const epoch of picture?.epochs ?? []) epochs.set(epoch.number, { ...epoch, breaks: false });
  const running = groups.flatMap(({ picture }) => picture?.running ?? [])[0] ?? null;
  return resultColumns({ epochs: [...epochs.values()].toSorted((one, other) => one.number - other.number), running });
};

/** Those periods with where this group became another one: what was before cannot be compared with what came after. */
export const columnsOf = (
  columns: readonly ResultColumn[],
  { picture }: Pick<DashboardGroup, 'picture'>,
): ResultColumn[] => {
  const breaks = new Set(picture?.epochs.flatMap((epoch) => (epoch.breaks ? [epoch.number] : [])));
  const [first] = columns;
  return columns.map((column) => ({ ...column, breaks: column !== first && breaks.has(column.number) }));
};
