import { readOrganisations } from '@roer/db/first-run';
import type { KnownOrganisation } from '@roer/db/first-run';
import type { Pool } from '@roer/db/pool';
import type { Live } from '../../live/live.ts';
import type { Clock } from '../../platform/dependencies.ts';
import type { EpochKeys } from '../../platform/epoch-keys.ts';

/** A moment of closing at which a test may end the process, or look. */
export type Failpoint = 'close.before' | 'close.during' | 'close.committed' | 'close.destroyed';

/** What the jobs of the check-in need. They run as roer_release. */
export type JobSetting = {
  clock: Clock;
  releasePool: Pool;
  epochKeys: EpochKeys;
  /** Whether an account can be its owner's alone, by mail or by an identity provider: without it there is no check-in (rule P16), the example excepted. */
  isPossible: boolean;
  live: Live;
  reach: (failpoint: Failpoint) => Promise<void> | void;
};

export const isAvailable = ({ isPossible }: JobSetting, { demo }: KnownOrganisation): boolean => isPossible || demo;

/** Does something for every organisation, one after the other; what fails for one keeps nobody else waiting, and is told in the end. */
export const forEveryOrganisation = async (
  { releasePool }: JobSetting,
  stopping: AbortSignal,
  work: (organisation: KnownOrganisation) => Promise<void>,
): Promise<void> => {
  let failed: unknown = null;
  for (const organisation of await readOrganisations(releasePool)) {
    if (stopping.aborted) return;
    try {
      await work(organisation);
    } catch (error) {
      failed = error;
    }
  }
  if (failed !== null) throw failed;
};
