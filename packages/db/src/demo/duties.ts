import { addDays, type LocalDate } from '@roer/domain/dates';
import type { DutyRow, DutySchedule } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { deriveOccurrences } from '@roer/domain/responsibilities/occurrences';
import { skipReasons, type DutyWords } from './content/permits-week.ts';
import { audit, type Recording } from './record.ts';

/** Days that duties have been in Roer; what came before that was in somebody's head. */
const daysWritten = 45;
/** A phase of 16 weeks fits every interval that the content uses. */
const phase = 48 * 7;

const scheduleOf = (
  { rrule, start = 0, dueTime, shift }: DutyWords,
  today: LocalDate,
  from: LocalDate,
): DutySchedule => ({
  from,
  rrule,
  start: addDays(mondayOf(today), start - phase),
  dueTime: dueTime ?? null,
  shift: shift ?? 'none',
});

/**
 * Writes a recurring duty down with what was done of it: nearly every date, by who carries the responsibility, a few skipped
 * with a reason, and of `behind` the last one not at all.
 */
export const recordDuty = (
  recording: Recording,
  duty: { responsibilityId: ResponsibilityId; words: DutyWords; carriers: readonly PersonId[]; behind: boolean },
): void => {
  const { rows, random, organisationId, teamId, now, today } = recording;
  const { responsibilityId, words, carriers } = duty;
  const from = addDays(today, -daysWritten);
  const schedule = scheduleOf(words, today, from);
  const row: DutyRow = {
    id: random.id<'duty'>(now),
    responsibilityId,
    title: words.title,
    schedules: [schedule],
    endedOn: null,
    version: 1,
  };
  const { schedules: _schedules, ...columns } = row;
  rows.Duty.push({ organisationId, teamId, ...columns });
  rows.DutySchedule.push({ organisationId, dutyId: row.id, ...schedule });
  const actorId = carriers[0] ?? random.pick(recording.members).personId;
  audit(recording, { on: from, actorId, action: 'duty.create', subjectId: responsibilityId });
  if (carriers.length === 0) return;
  const passed = deriveOccurrences({}, row, { from, until: today, today });
  for (const [index, { recurrenceDate, on }] of passed.entries()) {
    if (duty.behind && index === passed.length - 1) continue;
    const skipped = random.chance(4);
    rows.Occurrence.push({
      organisationId,
      teamId,
      dutyId: row.id,
      responsibilityId,
      recurrenceDate,
      state: skipped ? 'skipped' : 'done',
      movedTo: null,
      reason: skipped ? random.pick(skipReasons) : '',
      personId: random.pick(carriers),
      on,
    });
  }
};
