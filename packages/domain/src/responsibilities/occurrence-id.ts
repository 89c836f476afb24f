import type { LocalDate } from '../dates.ts';
import type { OccurrenceId } from '../feed.ts';
import type { DutyId } from '../ids.ts';

/** Of one date of one duty there is one occurrence, whoever makes its row. */
export const occurrenceId = (dutyId: DutyId, recurrenceDate: LocalDate): OccurrenceId => `${dutyId}:${recurrenceDate}`;
