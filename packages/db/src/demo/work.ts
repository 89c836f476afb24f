import { addDays } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { offerDays } from '@roer/domain/responsibilities/pass-on';
import {
  commonDuties,
  commonHelp,
  permitsAbsences,
  permitsDuties,
  permitsHelp,
  permitsNotes,
} from './content/permits-week.ts';
import type { PermitsMember } from './content/permits.ts';
import { recordDuty } from './duties.ts';
import type { PlannedMember } from './plan.ts';
import { audit, type Recording } from './record.ts';
import type { ResponsibilityRow } from './rows.ts';

/** The rows of the team that was written last. A team is written in one go, so nobody looks through those of thousands of others. */
const lastWritten = <Row extends { teamId: TeamId }>(rows: readonly Row[], teamId: TeamId): Row[] =>
  rows.slice(rows.findLastIndex((row) => row.teamId !== teamId) + 1);

/** Who holds each responsibility of the team today. */
const holdersIn = ({ rows, teamId }: Recording): Map<ResponsibilityId, PersonId[]> => {
  const holders = new Map<ResponsibilityId, PersonId[]>();
  for (const row of lastWritten(rows.Assignment, teamId)) {
    if (row.role !== 'holder' || row.until !== null) continue;
    holders.set(row.responsibilityId, [...(holders.get(row.responsibilityId) ?? []), row.personId]);
  }
  return holders;
};

const responsibilitiesIn = ({ rows, teamId }: Recording): ResponsibilityRow[] =>
  lastWritten(rows.Responsibility, teamId);

type HelpWords = {
  kind: 'ask' | 'offer';
  personId: PersonId;
  responsibilityId: ResponsibilityId | null;
  text: string;
  on: string | null;
  minutes: number | null;
};

const recordHelp = ({ rows, random, organisationId, teamId, now, today }: Recording, words: HelpWords): void => {
  const madeOn = addDays(today, -random.between(0, 2));
  rows.Help.push({
    organisationId,
    teamId,
    id: random.id<'help'>(now),
    ...words,
    madeOn,
    expiresOn: words.on === null ? addDays(madeOn, offerDays) : addDays(words.on, 1),
    state: 'open',
    acceptedBy: null,
  });
};

/** The week of the team of the drawings: duties, help, notes and who is away. Nothing of it is left to chance but the ticks. */
export const recordPermitsWeek = (recording: Recording, member: (name: PermitsMember) => PlannedMember): void => {
  const { rows, random, organisationId, teamId, now, today } = recording;
  const monday = mondayOf(today);
  const holders = holdersIn(recording);
  const byTitle = new Map(responsibilitiesIn(recording).map((row) => [row.title, row]));
  const titled = (title: string): ResponsibilityRow => {
    const row = byTitle.get(title);
    if (!row) throw new Error(`The drawings speak of “${title}”, which is not there.`);
    return row;
  };
  for (const [title, duties] of Object.entries(permitsDuties)) {
    const responsibilityId = titled(title).id;
    for (const words of duties)
      recordDuty(recording, { responsibilityId, words, carriers: holders.get(responsibilityId) ?? [], behind: false });
  }
  // In the drawings it has been quiet for 94 days.
  titled('Archief toezichtdossiers').editedOn = addDays(today, -94);
  for (const { by, about, on, ...words } of permitsHelp)
    recordHelp(recording, {
      ...words,
      personId: member(by).personId,
      responsibilityId: about === null ? null : titled(about).id,
      on: on === null ? null : addDays(monday, on),
    });
  for (const { about, by, ...words } of permitsNotes) {
    const { personId } = member(by);
    const responsibilityId = titled(about).id;
    const writtenOn = addDays(today, -random.between(5, 60));
    rows.Note.push({
      organisationId,
      teamId,
      id: random.id<'note'>(now),
      responsibilityId,
      ...words,
      personId,
      writtenOn,
      version: 1,
    });
    audit(recording, { on: writtenOn, actorId: personId, action: 'note.write', subjectId: responsibilityId });
  }
  for (const { by, from, until } of permitsAbsences)
    rows.Absence.push({
      organisationId,
      teamId,
      id: random.id<'absence'>(now),
      personId: member(by).personId,
      from: addDays(monday, from),
      until: addDays(monday, until),
    });
};

/** The week of any other team: most of what it carries recurs, some was looked at lately, and very little sleeps. */
export const inventWeekOfTeam = (recording: Recording): void => {
  const { rows, random, organisationId, teamId, members, now, today } = recording;
  const holders = holdersIn(recording);
  for (const responsibility of responsibilitiesIn(recording)) {
    const carriers = holders.get(responsibility.id) ?? [];
    if (random.chance(60)) {
      const words = random.pick(commonDuties);
      recordDuty(recording, { responsibilityId: responsibility.id, words, carriers, behind: random.chance(6) });
    } else if (!random.chance(8)) {
      const quietSince = addDays(today, -random.between(3, 80));
      if (responsibility.editedOn < quietSince) responsibility.editedOn = quietSince;
    }
  }
  if (random.chance(60)) {
    const { personId } = random.pick(members);
    recordHelp(recording, { ...random.pick(commonHelp), personId, responsibilityId: null, on: null });
  }
  if (random.chance(50)) {
    const from = addDays(mondayOf(today), 7 * random.between(0, 4));
    const { personId } = random.pick(members);
    const id = random.id<'absence'>(now);
    rows.Absence.push({ organisationId, teamId, id, personId, from, until: addDays(from, random.pick([1, 2, 5, 7])) });
  }
};
