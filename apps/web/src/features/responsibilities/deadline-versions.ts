import type { DeadlineWorkText } from '@roer/domain/workload/deadline-work';
import type { Side } from './conflict.ts';
import { partsInConflict, versionOf } from './two-versions.ts';
import type { Versions } from './two-versions.ts';

const deadlineParts = ['title', 'days', 'hours'] as const;
export type DeadlinePart = (typeof deadlineParts)[number];

/** Days belong together, and so do hours: of two versions mixed they could contradict each other. */
type Parted = {
  title: string;
  days: Pick<DeadlineWorkText, 'earliestStart' | 'due'>;
  hours: Pick<DeadlineWorkText, 'leastMinutes' | 'likelyMinutes' | 'mostMinutes'>;
};

const parted = ({ title, earliestStart, due, leastMinutes, likelyMinutes, mostMinutes }: DeadlineWorkText): Parted => ({
  title,
  days: { earliestStart, due },
  hours: { leastMinutes, likelyMinutes, mostMinutes },
});

export type DeadlineVersions = Versions<DeadlineWorkText>;
const inParts = ({ base, mine, theirs }: DeadlineVersions): Versions<Parted> => ({
  base: parted(base),
  mine: parted(mine),
  theirs: parted(theirs),
});

/** The parts that both changed, and differently; the rest needs no choice. */
export const deadlineConflicts = (versions: DeadlineVersions): DeadlinePart[] =>
  partsInConflict(deadlineParts, inParts(versions));

/** One work of two versions: what only one of them changed is theirs who changed it, the rest as chosen (mine if not). */
export const mergeDeadline = (
  versions: DeadlineVersions,
  choices: Partial<Record<DeadlinePart, Side>>,
): DeadlineWorkText => {
  const parts = inParts(versions);
  return {
    title: versionOf('title', parts, choices).title,
    ...versionOf('days', parts, choices).days,
    ...versionOf('hours', parts, choices).hours,
  };
};
