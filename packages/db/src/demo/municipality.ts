import { addDays, dateAt } from '@roer/domain/dates';
import { otherObstacle, permitsObstacles } from './content/obstacles.ts';
import { organising, organisingAreaName } from './content/organising.ts';
import { permitsOffers, type PermitsMember } from './content/permits.ts';
import { domainNames } from './content/words.ts';
import { inventCover, recordPermitsCover, workByTeam } from './cover-levels.ts';
import { inventOffer, recordOffer } from './offers.ts';
import { recordObstacle } from './obstacles.ts';
import { openPeopleOffice } from './people.ts';
import { planPermits } from './permits-plan.ts';
import { personaNames } from './personas.ts';
import { recordPermitsHandovers } from './handovers.ts';
import { recordPermitsDeadlines } from './deadlines.ts';
import { planTeam, type PlannedMember } from './plan.ts';
import { seededRandom } from './random.ts';
import { recordArea, type Recording } from './record.ts';
import { emptyMunicipality, type Municipality } from './rows.ts';
import { makeTeams, staffOthers, staffPermits, type StaffedTeam } from './staff.ts';
import { inventWeekOfTeam, recordPermitsWeek } from './work.ts';

const managers = [personaNames.manager, 'Naima Ouali', 'Ricardo Pengel'] as const;
const managerOfAll = 'Geertje Zijlstra';
// Four managers and the nine of the team of the drawings.
const namedPeople = 13;
const peopleInATeam = 7.5;

/**
 * The example municipality: invented people in real-looking teams, with work, who carries it and how that came about.
 * The same seed, size and `now` (epoch milliseconds) give the same rows. Rules D1–D10 in docs/rules/demo.md.
 * @throws Error with fewer than 20 people: the team of the drawings and two others would not fit
 */
export const generateMunicipality = (options: { seed: number; people?: number; now: number }): Municipality => {
  const { seed, people = 90, now } = options;
  if (people < 20) throw new Error('The example municipality needs 20 people at least.');
  const random = seededRandom(seed);
  const today = dateAt(now);
  const rows = emptyMunicipality();
  const organisationId = random.id<'organisation'>(now);
  rows.Organisation.push({
    id: organisationId,
    name: 'Gemeente Noorderkoog',
    timeZone: 'Europe/Amsterdam',
    demo: true,
  });

  const domains = domainNames.map((name) => ({ organisationId, id: random.id<'domain'>(now), name }));
  rows.Domain.push(...domains);
  const office = openPeopleOffice({ rows, random, organisationId, now, today });
  const leading = managers.map((name, index) => {
    const personId = office.hire(name);
    office.appoint({ personId, kind: 'manager', domainId: domains[index]?.id ?? null });
    return personId;
  });
  office.appoint({ personId: office.hire(managerOfAll), kind: 'manager', domainId: null });

  const teams = makeTeams(random, { count: Math.max(3, Math.round(people / peopleInATeam)), now });
  const staffing = { teams, office, random, today };
  const permitsPeople = staffPermits(staffing);
  staffOthers(staffing, people - namedPeople);

  const recordings = new Map<StaffedTeam, Recording>();
  for (const team of teams) {
    const domainId = domains[team.domain]?.id;
    if (!domainId) throw new Error('A team is in one of the domains.');
    const createdOn = addDays(today, -random.between(1750, 2600));
    const { id: teamId, name } = team;
    rows.Team.push({ organisationId, id: teamId, name, createdOn, closedOn: null });
    rows.TeamPlacement.push({ organisationId, id: random.id(now), teamId, domainId, from: createdOn, until: null });
    const recording: Recording = { rows, random, organisationId, teamId, members: team.members, now, today };
    recordings.set(team, recording);
    if (team.words === null) recordPermits(recording, permitsPeople);
    else recordTeam(recording, team.words.areas);
  }
  // Last, so that everything else is as it was without them.
  for (const { id: teamId, members, words } of teams)
    if (words === null) {
      const recording = { rows, random, organisationId, teamId, members, now, today };
      recordPermitsHandovers(recording, memberOf(permitsPeople));
    }
  const [permits, ...others] = teams;
  const neighbour = others.find(({ domain }) => domain === permits?.domain);
  for (const [team, words] of [[permits, permitsObstacles] as const, [neighbour, [otherObstacle]] as const]) {
    const [to, by] = [team && leading[team.domain], team?.members[0]?.personId];
    if (!team || !to || !by) continue;
    const given = { rows, random, organisationId, teamId: team.id, by, to, now, today };
    for (const each of words) recordObstacle(given, each);
  }
  const workOf = workByTeam(rows);
  for (const [team, recording] of recordings) {
    const work = workOf(team.id);
    if (team.words === null) recordPermitsCover(recording, { ...work, member: memberOf(permitsPeople) });
    else inventCover(recording, work);
  }
  return rows;
};

const memberOf =
  (people: ReadonlyMap<PermitsMember, PlannedMember>) =>
  (name: PermitsMember): PlannedMember => {
    const known = people.get(name);
    if (!known) throw new Error('The team of the drawings is not complete.');
    return known;
  };

const recordPermits = (recording: Recording, people: ReadonlyMap<PermitsMember, PlannedMember>): void => {
  const { rows, today } = recording;
  const member = memberOf(people);
  for (const [order, area] of planPermits({ today, member }).entries()) recordArea(recording, { ...area, order });
  for (const { title, from, to, ...offer } of permitsOffers) {
    const responsibility = rows.Responsibility.find((row) => row.title === title);
    const holder = member(from).personId;
    const assignment = rows.Assignment.find(
      (row) => row.responsibilityId === responsibility?.id && row.personId === holder && row.until === null,
    );
    if (!assignment) throw new Error('An offer of the drawings is about nothing.');
    recordOffer(recording, { ...offer, assignment, toPersonId: member(to).personId });
  }
  recordPermitsWeek(recording, member);
  recordPermitsDeadlines(recording, member);
};

const recordTeam = (recording: Recording, ownAreas: NonNullable<StaffedTeam['words']>['areas']): void => {
  const { rows, random, members } = recording;
  const first = rows.Assignment.length;
  const areas = [
    ...ownAreas,
    { name: organisingAreaName, responsibilities: random.shuffled(organising).slice(0, random.between(4, 8)) },
  ];
  const planned = planTeam(random, { members, words: areas.flatMap((area) => area.responsibilities) });
  let place = 0;
  for (const [order, area] of areas.entries()) {
    const responsibilities = planned.slice(place, place + area.responsibilities.length);
    recordArea(recording, { name: area.name, order, responsibilities });
    place += area.responsibilities.length;
  }
  inventOffer(recording, rows.Assignment.slice(first));
  inventWeekOfTeam(recording);
};
