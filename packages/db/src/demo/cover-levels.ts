import { addDays, daysBetween, type LocalDate } from '@roer/domain/dates';
import type { CoverLevel } from '@roer/domain/learning/cover-rows';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { coverLevels, rankOf } from '@roer/domain/learning/cover-level';
import { permitsCover, permitsLeave, permitsLongAgo, permitsOut, permitsProposal } from './content/permits-cover.ts';
import type { PermitsMember } from './content/permits.ts';
import type { PlannedMember } from './plan.ts';
import type { Recording } from './record.ts';
import type { Municipality, ResponsibilityRow } from './rows.ts';

type Carriers = ReadonlyMap<ResponsibilityId, Municipality['Assignment']>;
/** What a team has, and who carries which of it today. */
type Work = { responsibilities: readonly ResponsibilityRow[]; carriers: Carriers };

/** The work of each team, sorted out once: there can be thousands. */
export const workByTeam = (rows: Municipality): ((teamId: TeamId) => Work) => {
  const responsibilities = Map.groupBy(rows.Responsibility, ({ teamId }) => teamId);
  const carriers = Map.groupBy(
    rows.Assignment.filter(({ until }) => until === null),
    ({ responsibilityId }) => responsibilityId,
  );
  return (teamId) => ({ responsibilities: responsibilities.get(teamId) ?? [], carriers });
};

type Reached = {
  carriers: Carriers;
  about: ResponsibilityRow;
  who: PlannedMember;
  level: CoverLevel;
  /** The last day on which they did it. */
  done: LocalDate;
};

/**
 * The steps of somebody up to a level, evenly in the time that the responsibility was there and they were: each confirmed by who holds
 * it, or by a colleague when that is themselves or nobody. Nothing when there was no time for them.
 */
const recordSteps = (recording: Recording, { carriers, about, who, level, done }: Reached): void => {
  const { rows, random, organisationId, teamId, members, now } = recording;
  const holder = carriers.get(about.id)?.find((row) => row.role === 'holder' && row.personId !== who.personId);
  const other = members.find(({ personId }) => personId === holder?.personId) ?? members.find((each) => each !== who);
  if (!other) return;
  const start = [about.openedOn, who.from, other.from].reduce((one, next) => (one > next ? one : next));
  const steps = rankOf(level);
  const pace = Math.floor(daysBetween(start, done) / (steps + 1));
  if (pace < 1) return;
  for (const [index, reached] of coverLevels.slice(0, steps).entries()) {
    const on = addDays(start, pace * (index + 1));
    rows.CoverLevel.push({
      organisationId,
      teamId,
      id: random.id<'coverLevel'>(now),
      responsibilityId: about.id,
      personId: who.personId,
      number: index + 1,
      level: reached,
      state: 'confirmed',
      proposedOn: addDays(on, -1),
      confirmedBy: other.personId,
      confirmedOn: on,
      exercisedOn: index + 1 === steps ? done : on,
    });
  }
};

const lately = ({ random, today }: Recording): LocalDate => addDays(today, -random.between(3, 40));

/** How far the people of the team of the drawings are, what waits for an answer, and who hands over what. */
export const recordPermitsCover = (
  recording: Recording,
  { responsibilities, carriers, member }: Work & { member: (name: PermitsMember) => PlannedMember },
): void => {
  const { rows, random, organisationId, teamId, now, today } = recording;
  const comingYear = String(Number(today.slice(0, 4)) + 1);
  const titled = (words: string): ResponsibilityRow => {
    const title = words.replace('{komend jaar}', comingYear);
    const row = responsibilities.find((each) => each.title === title);
    if (!row) throw new Error(`The drawings speak of “${title}”, which is not there.`);
    return row;
  };
  const said = permitsCover.map(({ responsibility, by, level }) => ({
    about: titled(responsibility),
    who: member(by),
    level,
  }));
  const isSaid = (about: ResponsibilityRow, personId: PersonId): boolean =>
    said.some((each) => each.about === about && each.who.personId === personId);
  const carried = responsibilities.flatMap((about) =>
    (carriers.get(about.id) ?? []).flatMap(({ personId, role }) => {
      const who = recording.members.find((each) => each.personId === personId);
      const level: CoverLevel = role === 'holder' ? 'teaching' : 'independent';
      return who && !isSaid(about, personId) ? [{ about, who, level }] : [];
    }),
  );
  // What the team has had for some weeks only was done on the last day.
  for (const each of [...carried, ...said])
    recordSteps(recording, {
      ...each,
      carriers,
      done: each.about.openedOn < addDays(today, -100) ? lately(recording) : addDays(today, -1),
    });

  const longAgo = permitsLongAgo.responsibilities.map(titled).find(({ openedOn }) => openedOn < addDays(today, -440));
  if (longAgo)
    recordSteps(recording, {
      carriers,
      about: longAgo,
      who: member(permitsLongAgo.by),
      level: 'independent',
      done: addDays(today, -396),
    });

  const proposal = { about: titled(permitsProposal.responsibility), ...member(permitsProposal.by) };
  rows.CoverLevel.push({
    organisationId,
    teamId,
    id: random.id<'coverLevel'>(now),
    responsibilityId: proposal.about.id,
    personId: proposal.personId,
    number: rankOf(permitsProposal.level),
    level: permitsProposal.level,
    state: 'proposed',
    proposedOn: addDays(today, -permitsProposal.daysAgo),
    confirmedBy: null,
    confirmedOn: null,
    exercisedOn: null,
  });
  const out = { personId: member(permitsOut.by).personId, on: addDays(today, -permitsOut.daysAgo) };
  rows.CoverLevel.push({
    organisationId,
    teamId,
    id: random.id<'coverLevel'>(now),
    responsibilityId: titled(permitsOut.responsibility).id,
    personId: out.personId,
    number: 1,
    level: null,
    state: 'confirmed',
    proposedOn: out.on,
    confirmedBy: out.personId,
    confirmedOn: out.on,
    exercisedOn: out.on,
  });
  rows.LeaveIntent.push({
    organisationId,
    teamId,
    id: random.id<'leaveIntent'>(now),
    responsibilityId: titled(permitsLeave.responsibility).id,
    personId: member(permitsLeave.by).personId,
    before: addDays(mondayOf(today), 7 * permitsLeave.weeks),
  });
};

/** In any other team somebody learns a few things, and nobody more than together with a colleague: what leans on one person still does. */
export const inventCover = (recording: Recording, { responsibilities, carriers }: Work): void => {
  const { random, members } = recording;
  for (const about of responsibilities) {
    if (!random.chance(20)) continue;
    const carried = carriers.get(about.id) ?? [];
    const others = members.filter(({ personId }) => !carried.some((row) => row.personId === personId));
    if (carried.length === 0 || others.length === 0) continue;
    const level = random.pick(['observing', 'together'] as const);
    recordSteps(recording, { carriers, about, who: random.pick(others), level, done: lately(recording) });
  }
};
