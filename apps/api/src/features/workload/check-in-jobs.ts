import type { Task } from '../../platform/jobs.ts';
import { closeJob } from './close-job.ts';
import type { JobSetting } from './job-setting.ts';
import { openJob } from './open-job.ts';
import { releasedJob } from './released-job.ts';
import { rosterJob } from './roster-job.ts';

/**
 * What the check-in does without a request, in the order in which it is due after a time in which nothing ran. `beforeRosters`: what holds
 * from a day on, and has to when rosters are made on that day.
 */
export const checkInJobs = (setting: JobSetting, beforeRosters: readonly Task[] = []): Task[] => [
  closeJob(setting),
  releasedJob(setting),
  ...beforeRosters,
  rosterJob(setting),
  openJob(setting),
];
