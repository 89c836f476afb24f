import { addDays } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import { permitsDeadlines } from './content/permits-deadlines.ts';
import type { PermitsMember } from './content/permits.ts';
import type { PlannedMember } from './plan.ts';
import type { Recording } from './record.ts';

/** The work with a date of the team of the drawings, in the weeks ahead. */
export const recordPermitsDeadlines = (recording: Recording, member: (name: PermitsMember) => PlannedMember): void => {
  const { rows, random, organisationId, teamId, now, today } = recording;
  const monday = mondayOf(today);
  for (const { title, responsibility, weeks, hours, shares = [] } of permitsDeadlines) {
    const about = rows.Responsibility.find((row) => row.teamId === teamId && row.title === responsibility);
    if (!about) throw new Error('Work with a date of the drawings is about nothing.');
    const id = random.id<'deadlineWork'>(now);
    const [least, likely, most] = hours;
    rows.DeadlineWork.push({
      organisationId,
      teamId,
      id,
      responsibilityId: about.id,
      title,
      earliestStart: addDays(monday, 7 * weeks[0]),
      due: addDays(monday, 7 * weeks[1] + 4),
      leastMinutes: 60 * least,
      likelyMinutes: 60 * likely,
      mostMinutes: 60 * most,
      doneOn: null,
      version: 1,
    });
    for (const [name, percent] of shares)
      rows.DeadlineShare.push({ organisationId, workId: id, personId: member(name).personId, percent });
  }
};
