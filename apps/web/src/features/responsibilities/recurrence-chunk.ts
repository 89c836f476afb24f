// What counts recurrence, as one chunk that arrives after the first paint. Loaded by `use-recurrence.ts` only.
export { deriveAsleep } from '@roer/domain/responsibilities/asleep';
export { deriveMyDates } from '@roer/domain/responsibilities/my-dates';
export { countWeek, deriveMyWeek, nextAfterWeek } from '@roer/domain/responsibilities/my-week';
export { deriveOccurrences, lastOccurrences, nextOccurrence } from '@roer/domain/responsibilities/occurrences';
export { everRecurs, isRule, recurrenceDates } from '@roer/domain/responsibilities/recurrence';
export { deriveYear } from '@roer/domain/responsibilities/year';
export { deriveStandsStill } from '@roer/domain/workload/stands-still';
export { deriveRowDates } from './row-dates.ts';
