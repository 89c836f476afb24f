import type { PersonId } from '../ids.ts';
import { statements } from '../workload/check-in.ts';
import type { AnswerValue, Statement } from '../workload/check-in.ts';
import { bandOf } from './band.ts';
import type { Band } from './band.ts';

/** Answers that a release needs at least (rule P2). */
export const fewestAnswers = 6;

/** One opened answer. `share`: its owner chose to show it to the team, so it counts in no release. */
export type OpenedAnswer = { personId: PersonId; statement: Statement; value: AnswerValue; share: boolean };

export type SharedAnswer = { personId: PersonId; statement: Statement; value: AnswerValue };

/**
 * What is published of one group in one epoch: per statement a band, or null when fewer than six answers count (rules P2, P3).
 * Whether there is a band depends on how many answered and shared, never on what they answered (rule P4).
 */
export const deriveReleases = (
  answers: readonly OpenedAnswer[],
): { bands: Record<Statement, Band | null>; shared: SharedAnswer[] } => {
  const sums = new Map(statements.map((statement) => [statement, { sum: 0, count: 0 }]));
  const shared: SharedAnswer[] = [];
  for (const { personId, statement, value, share } of answers) {
    if (value === 0) continue;
    if (share) {
      shared.push({ personId, statement, value });
      continue;
    }
    const counted = sums.get(statement);
    if (!counted) continue;
    counted.sum += value;
    counted.count += 1;
  }
  const bandFor = (statement: Statement): Band | null => {
    const counted = sums.get(statement);
    return counted && counted.count >= fewestAnswers ? bandOf(counted) : null;
  };
  return {
    bands: {
      fits: bandFor('fits'),
      overview: bandFor('overview'),
      core: bandFor('core'),
      help: bandFor('help'),
      learn: bandFor('learn'),
    },
    shared,
  };
};

/** No result at all: of an epoch whose answers cannot be opened. */
export const noBands = (): Record<Statement, Band | null> => deriveReleases([]).bands;
