import type { ImportCounts, ImportProblem } from '@roer/domain/organisation/import-fields';
import type { ImportEntry } from '@roer/domain/organisation/import-plan';
import type { PlanAnswer } from './import-planning.ts';

export type ImportPreview = {
  digest: string;
  counts: ImportCounts;
  problems: ImportProblem[];
  problemCount: number;
  /** How many teams are touched. */
  teams: number;
  sample: ImportEntry[];
  writable: boolean;
};

/** What a person sees of a plan before it is written. */
export const importPreviewView = (plan: PlanAnswer): ImportPreview => {
  const { digest, counts, problems, problemCount, teams, sample, writable } = plan;
  return { digest, counts, problems, problemCount, teams: teams.length, sample, writable };
};
