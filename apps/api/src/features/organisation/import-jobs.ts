import type { DomainErrorCode } from '@roer/domain/errors';
import { DomainError } from '@roer/domain/errors';
import type { ImportCounts } from '@roer/domain/organisation/import-fields';
import type { Owner } from './import-uploads.ts';

export type ImportFailure = DomainErrorCode | 'unexpected';
/** How far an import is. `done` and `total` count rows of the database while it writes. */
export type ImportProgress = {
  phase: 'reading' | 'checking' | 'writing' | 'done' | 'failed';
  done: number;
  total: number;
  counts?: ImportCounts;
  failure?: ImportFailure;
};
type Job = Owner & { progress: ImportProgress };

export type ImportJobs = {
  /** Starts the job of this number unless it was started before. Throws `importRunning` for a second one of an organisation. */
  start: (owner: Owner, jobId: string, work: (tell: (progress: ImportProgress) => void) => Promise<void>) => void;
  /** Null for a job that this process does not know, or that is somebody else's. */
  progress: (owner: Owner, jobId: string) => ImportProgress | null;
};

/** Finished jobs are remembered until so many others were. */
const mostKept = 100;
const isOver = ({ progress: { phase } }: Job): boolean => phase === 'done' || phase === 'failed';

/** Imports that this process runs. What was written is told by the database; this only tells how far one is. */
export const openImportJobs = (run: (work: () => Promise<void>) => void): ImportJobs => {
  const jobs = new Map<string, Job>();
  const own = ({ organisationId, personId }: Owner, jobId: string): Job | null => {
    const job = jobs.get(`${personId} ${jobId}`);
    return job?.organisationId === organisationId ? job : null;
  };
  return {
    start: (owner, jobId, work) => {
      if (own(owner, jobId)) return;
      const running = [...jobs.values()].some((job) => job.organisationId === owner.organisationId && !isOver(job));
      if (running) throw new DomainError('importRunning');
      for (const [key, job] of jobs) if (jobs.size >= mostKept && isOver(job)) jobs.delete(key);
      const job: Job = { ...owner, progress: { phase: 'reading', done: 0, total: 0 } };
      jobs.set(`${owner.personId} ${jobId}`, job);
      run(() =>
        work((progress) => {
          job.progress = progress;
        }),
      );
    },
    progress: (owner, jobId) => own(owner, jobId)?.progress ?? null,
  };
};
