import { sessionNumbers } from '@roer/domain/learning/duo';
import type { SessionNumber } from '@roer/domain/learning/duo';

export const isSessionNumber = (number: number | undefined): number is SessionNumber =>
  sessionNumbers.some((known) => known === number);
