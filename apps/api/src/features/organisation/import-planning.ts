import type { TeamId } from '@roer/domain/ids';
import type { ImportCounts, ImportKind, ImportMapping, ImportProblem } from '@roer/domain/organisation/import-fields';
import type { ImportEntry } from '@roer/domain/organisation/import-plan';
import { openThreadQueue } from './import-threads.ts';

export type PlanRequest = {
  kind: ImportKind;
  table: Uint8Array;
  mapping: ImportMapping;
  skipWrongRows: boolean;
  /** The JSON of the facts of that kind. */
  facts: string;
  today: string;
  /** What ids of new rows are made of; null for a preview, which makes none. */
  ids: { now: number; seed: string } | null;
};
export type PlanAnswer = {
  /** Of everything that would happen, but for the ids of new rows. */
  digest: string;
  counts: ImportCounts;
  problems: ImportProblem[];
  problemCount: number;
  writable: boolean;
  teams: TeamId[];
  sample: ImportEntry[];
  format: 'csv' | 'xlsx';
  /** People who were there already and of whom something changes that they see at once. */
  people: string[];
  /** The rows as JSON, some thousand at a time; empty for a preview. */
  rows: { part: string; count: number; json: string }[];
};

const queue = openThreadQueue();

/** Plans an import in a thread: 20,000 rows take half a second, during which others are answered. */
export const planImport = (request: PlanRequest): Promise<PlanAnswer> =>
  queue.run<PlanAnswer>('./import-planning-thread.ts', request);
