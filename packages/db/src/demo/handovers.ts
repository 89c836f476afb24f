import { addDays } from '@roer/domain/dates';
import type { ResponsibilityId } from '@roer/domain/ids';
import { sessionNumbers } from '@roer/domain/learning/duo';
import { permitsDuo, permitsHandover } from './content/permits-handover.ts';
import type { PermitsMember } from './content/permits.ts';
import type { PlannedMember } from './plan.ts';
import type { Recording } from './record.ts';

/** The duo and the handover of the team of the drawings, under way. */
export const recordPermitsHandovers = (recording: Recording, member: (name: PermitsMember) => PlannedMember): void => {
  recordDuo(recording, member);
  recordHandover(recording, member);
};

const responsibilityOf = ({ rows, teamId }: Recording, title: string): ResponsibilityId => {
  const row = rows.Responsibility.find((each) => each.teamId === teamId && each.title === title);
  if (!row) throw new Error('What is handed over in the drawings is about nothing.');
  return row.id;
};

const recordDuo = (recording: Recording, member: (name: PermitsMember) => PlannedMember): void => {
  const { rows, random, organisationId, teamId, now, today } = recording;
  const responsibilityId = responsibilityOf(recording, permitsDuo.responsibility);
  const [giver, receiver] = [member(permitsDuo.giver).personId, member(permitsDuo.receiver).personId];
  const id = random.id<'duo'>(now);
  const noteId = random.id<'note'>(now);
  const heldOn = addDays(today, -permitsDuo.heldDaysAgo);
  rows.Duo.push({
    organisationId,
    teamId,
    id,
    responsibilityId,
    giver,
    receiver,
    proposedBy: receiver,
    state: 'running',
    madeOn: addDays(today, -permitsDuo.madeDaysAgo),
    endedOn: null,
  });
  for (const number of sessionNumbers)
    rows.DuoSession.push({
      organisationId,
      duoId: id,
      number,
      plannedOn: number === 1 ? heldOn : number === 2 ? addDays(today, permitsDuo.plannedInDays) : null,
      heldOn: number === 1 ? heldOn : null,
      noteId: number === 1 ? noteId : null,
    });
  const words = { ...permitsDuo.note, url: null };
  const written = { personId: receiver, writtenOn: heldOn, version: 1 };
  rows.Note.push({ organisationId, teamId, id: noteId, responsibilityId, ...words, ...written });
};

const recordHandover = (recording: Recording, member: (name: PermitsMember) => PlannedMember): void => {
  const { rows, random, organisationId, teamId, now, today } = recording;
  const responsibilityId = responsibilityOf(recording, permitsHandover.responsibility);
  const giver = member(permitsHandover.giver).personId;
  const assignment = rows.Assignment.find(
    (row) => row.responsibilityId === responsibilityId && row.personId === giver && row.until === null,
  );
  const duty = rows.Duty.find((row) => row.responsibilityId === responsibilityId && row.title === permitsHandover.duty);
  if (!assignment || !duty) throw new Error('The handover of the drawings is about nothing.');
  const id = random.id<'handover'>(now);
  rows.Handover.push({
    organisationId,
    teamId,
    id,
    responsibilityId,
    assignmentId: assignment.id,
    giver,
    receiver: member(permitsHandover.receiver).personId,
    before: addDays(today, permitsHandover.beforeInDays),
    state: 'open',
    madeOn: addDays(today, -permitsHandover.madeDaysAgo),
    closedOn: null,
  });
  const line = { organisationId, handoverId: id, version: 1 };
  const told = { byGiver: true, byReceiver: true };
  rows.HandoverItem.push({
    ...line,
    ...told,
    id: random.id<'handoverItem'>(now),
    kind: 'duty',
    subjectId: duty.id,
    text: duty.title,
  });
  for (const { text, told: byGiver, clear: byReceiver } of permitsHandover.pitfalls) {
    const words = { kind: 'pitfall' as const, subjectId: null, text };
    rows.HandoverItem.push({ ...line, id: random.id<'handoverItem'>(now), ...words, byGiver, byReceiver });
  }
};
