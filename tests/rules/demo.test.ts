import { describe, expect, it } from 'vitest';
import { generateMunicipality } from '@roer/db/demo/municipality';
import { demoPersonas } from '@roer/db/demo/personas';
import type { Municipality } from '@roer/db/demo/rows';
import { dateAt } from '@roer/domain/dates';
import { deriveAsleep } from '@roer/domain/responsibilities/asleep';
import { countCoverage, deriveBoard, deriveCoverage } from '@roer/domain/responsibilities/coverage';
import type { Coverage } from '@roer/domain/responsibilities/coverage';
import { lastOccurrences, occursOn } from '@roer/domain/responsibilities/occurrences';
import { current, groups, snapshotOf } from './demo-reading.ts';

const now = Date.parse('2026-11-24T09:00:00+01:00');
const today = dateAt(now);
const small = [1, 2, 3, 4, 5].map((seed) => generateMunicipality({ seed, now }));

type Range = { from: string; until: string | null };
const overlap = (one: Range, other: Range): boolean =>
  (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until);

const expectNoOverlap = (rows: readonly Range[]): void => {
  const sorted = rows.toSorted((one, other) => one.from.localeCompare(other.from));
  for (const [index, row] of sorted.entries()) {
    const next = sorted[index + 1];
    expect(next && overlap(row, next) ? [row, next] : null).toBeNull();
  }
};

const coveragesOf = (municipality: Municipality, responsibilities = municipality.Responsibility) => {
  const assignments = groups(current(municipality), (row) => row.responsibilityId);
  return countCoverage(responsibilities.map((row) => deriveCoverage(assignments.get(row.id) ?? [])));
};

const boardOf = (municipality: Municipality, teamId: string): Coverage[] =>
  deriveBoard(snapshotOf(municipality, teamId), { today, asleep: deriveAsleep }).flatMap(({ responsibilities }) =>
    responsibilities.map(({ coverage }) => coverage),
  );

/** By person: contract minutes, and the minutes that they carry as a holder. */
const loadsOf = (municipality: Municipality): Map<string, { contract: number; carried: number }> => {
  const loads = new Map<string, { contract: number; carried: number }>();
  const hours = new Map(municipality.MembershipHours.map((row) => [row.membershipId, row.minutesByWeekday]));
  for (const membership of municipality.Membership) {
    const load = loads.get(membership.personId) ?? { contract: 0, carried: 0 };
    for (const minutes of hours.get(membership.id) ?? []) load.contract += minutes;
    loads.set(membership.personId, load);
  }
  // Later rows of one responsibility hold now.
  const minutes = new Map(municipality.ResponsibilityHours.map((row) => [row.responsibilityId, row.minutesAWeek]));
  for (const row of current(municipality)) {
    const load = loads.get(row.personId);
    if (load && row.role === 'holder')
      load.carried += ((minutes.get(row.responsibilityId) ?? 0) * row.sharePercent) / 100;
  }
  return loads;
};

const idsOf = (rows: readonly { id: string }[]): Set<string> => new Set(rows.map((row) => row.id));

const bytes = (seed: number): string => JSON.stringify(generateMunicipality({ seed, now }));

const expectSound = (municipality: Municipality): void => {
  const { Organisation, Person, Domain, Team, TeamPlacement, Membership, MembershipHours, Appointment } = municipality;
  const { Area, Responsibility, ResponsibilityHours, Assignment, Offer, AuditEntry } = municipality;
  const ids = [Organisation, Person, Domain, Team, TeamPlacement, Membership, Appointment, Area, Responsibility]
    .flatMap((rows): { id: string }[] => rows)
    .concat(
      Assignment,
      Offer,
      AuditEntry,
      municipality.Duty,
      municipality.Help,
      municipality.Absence,
      municipality.Note,
      municipality.Obstacle,
      municipality.CoverLevel,
      municipality.LeaveIntent,
    )
    .map((row) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !uuid.test(id))).toEqual([]);

  const people = idsOf(Person);
  const teams = idsOf(Team);
  const memberships = idsOf(Membership);
  const responsibilities = idsOf(Responsibility);
  const teamOfArea = new Map<string, string>(Area.map((row) => [row.id, row.teamId]));
  const teamOfResponsibility = new Map<string, string>(Responsibility.map((row) => [row.id, row.teamId]));
  const domains = idsOf(Domain);
  const assignments = new Map<string, (typeof Assignment)[number]>(Assignment.map((row) => [row.id, row]));
  const broken: unknown[] = [
    ...municipality.Obstacle.filter((row) => !teams.has(row.teamId) || !people.has(row.addressedTo)),
    ...TeamPlacement.filter((row) => !teams.has(row.teamId) || !domains.has(row.domainId)),
    ...Membership.filter((row) => !teams.has(row.teamId) || !people.has(row.personId)),
    ...MembershipHours.filter((row) => !memberships.has(row.membershipId)),
    ...Appointment.filter((row) => !people.has(row.personId) || (row.domainId && !domains.has(row.domainId))),
    ...Area.filter((row) => !teams.has(row.teamId)),
    ...Responsibility.filter((row) => teamOfArea.get(row.areaId) !== row.teamId),
    ...ResponsibilityHours.filter((row) => !responsibilities.has(row.responsibilityId)),
    ...Assignment.filter(
      (row) => !people.has(row.personId) || teamOfResponsibility.get(row.responsibilityId) !== row.teamId,
    ),
    ...Offer.filter((row) => assignments.get(row.assignmentId)?.responsibilityId !== row.responsibilityId),
    ...AuditEntry.filter((row) => !people.has(row.actorId) || teamOfResponsibility.get(row.subjectId) !== row.teamId),
  ];
  expect(broken).toEqual([]);
  for (const rows of groups(ResponsibilityHours, (row) => `${row.responsibilityId} ${row.from}`).values()) {
    expect(rows).toHaveLength(1);
  }

  for (const rows of groups(
    Membership.filter((row) => row.home),
    (row) => row.personId,
  ).values()) {
    expectNoOverlap(rows);
  }
  for (const rows of groups(Membership, (row) => `${row.personId} ${row.teamId}`).values()) expectNoOverlap(rows);

  for (const rows of groups(Assignment, (row) => `${row.responsibilityId} ${row.personId}`).values())
    expectNoOverlap(rows);
  for (const rows of groups(current(municipality), (row) => row.responsibilityId).values()) {
    const shares = rows.filter((row) => row.role === 'holder').map((row) => row.sharePercent);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(101);
  }

  const members = new Map(Membership.map((row) => [`${row.personId} ${row.teamId}`, row]));
  const strangers = Assignment.filter((row) => {
    const membership = members.get(`${row.personId} ${row.teamId}`);
    return !membership || membership.from > row.from || membership.until !== null;
  });
  expect(strangers).toEqual([]);
  expect(new Set(Person.map((row) => row.email)).size).toBe(Person.length);
};

describe('the example municipality', () => {
  it('D1 gives the same rows for the same seed, and others for another', () => {
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(1)).not.toBe(bytes(2));
  });

  it('D2 D3 D4 D5 holds together, whatever the seed', () => {
    for (const municipality of small) expectSound(municipality);
    expectSound(generateMunicipality({ seed: 6, people: 20, now }));
    expect(() => generateMunicipality({ seed: 6, people: 19, now })).toThrow('20 people');
  });

  it('D6 has the size and the coverage of a credible municipality', () => {
    for (const municipality of small) {
      expect(municipality.Person).toHaveLength(90);
      expect(municipality.Team).toHaveLength(12);
      expect(new Set(municipality.Team.map((row) => row.name)).size).toBe(12);
      expect(municipality.Domain).toHaveLength(3);
      for (const rows of groups(municipality.Area, (row) => row.teamId).values()) {
        expect(rows.length).toBeGreaterThanOrEqual(3);
        expect(rows.length).toBeLessThanOrEqual(5);
      }
      for (const rows of groups(municipality.Responsibility, (row) => row.teamId).values()) {
        expect(rows.length).toBeGreaterThanOrEqual(20);
        expect(rows.length).toBeLessThanOrEqual(28);
      }
      const counts = coveragesOf(municipality);
      const percent = (count: number) => (100 * count) / municipality.Responsibility.length;
      expect(Math.round(percent(counts.gap))).toBeGreaterThanOrEqual(8);
      expect(percent(counts.gap)).toBeLessThanOrEqual(10);
      expect(percent(counts.fragile)).toBeGreaterThanOrEqual(15);
      expect(percent(counts.fragile)).toBeLessThanOrEqual(20);
      expect(percent(counts.unclear)).toBeGreaterThanOrEqual(3);
      expect(percent(counts.unclear)).toBeLessThanOrEqual(5);
      expect(municipality.Assignment.some((row) => row.sharePercent === 34)).toBe(true);
      expect(municipality.Assignment.some((row) => row.until !== null)).toBe(true);
      expect(municipality.Membership.some((row) => !row.home)).toBe(true);
    }
  });

  it('D7 has believable hours', () => {
    for (const municipality of small) {
      for (const row of municipality.ResponsibilityHours) {
        expect(row.minutesAWeek % 30).toBe(0);
        expect(row.minutesAWeek).toBeGreaterThanOrEqual(60);
        expect(row.minutesAWeek).toBeLessThanOrEqual(840);
        expect(row.season).toHaveLength(12);
      }
      const loads = [...loadsOf(municipality).values()];
      expect(loads.filter((load) => load.contract < 16 * 60 || load.contract > 36 * 60)).toEqual([]);
      const usual = loads.filter(({ contract, carried }) => carried >= contract * 0.6 && carried <= contract * 0.95);
      expect(usual.length / loads.length).toBeGreaterThan(0.75);
    }
  });

  it('D8 has the four people of the one-click accounts', () => {
    for (const municipality of small) {
      const personas = demoPersonas(municipality.Person);
      expect(new Set(Object.values(personas)).size).toBe(4);
      const load = loadsOf(municipality).get(personas.overwhelmed) ?? { contract: 1, carried: 0 };
      expect(load.carried / load.contract).toBeGreaterThan(1.15);
      expect(load.carried / load.contract).toBeLessThan(1.35);
      const teamsOf = (personId: string) =>
        municipality.Membership.filter((row) => row.personId === personId).map((row) => row.teamId);
      const [shared] = teamsOf(personas.colleague);
      expect(teamsOf(personas.overwhelmed)).toContain(shared);
      const domain = municipality.TeamPlacement.find((row) => row.teamId === shared)?.domainId;
      const appointed = (kind: string) => municipality.Appointment.filter((row) => row.kind === kind);
      expect(appointed('manager').find((row) => row.personId === personas.manager)?.domainId).toBe(domain);
      expect(appointed('manager')).toHaveLength(4);
      expect(appointed('manager').filter((row) => row.domainId === null)).toHaveLength(1);
      expect(appointed('administrator').map((row) => row.personId)).toEqual([personas.administrator]);
    }
  });

  it('D9 has the team of the drawings', () => {
    for (const municipality of small) {
      const team = municipality.Team.find((row) => row.name === 'Vergunningen & Toezicht');
      const responsibilities = municipality.Responsibility.filter((row) => row.teamId === team?.id);
      const coverages = boardOf(municipality, team?.id ?? '');
      expect(countCoverage(coverages)).toEqual({ covered: 15, asleep: 1, fragile: 4, unclear: 1, gap: 2 });
      expect(coverages).toContainEqual({
        state: 'asleep',
        because: 'quiet',
        since: expect.stringMatching(/^2026-08-/),
      });
      expect(responsibilities.map((row) => row.title)).toContain('Controleplan 2027');
      expect(municipality.Membership.filter((row) => row.teamId === team?.id && row.home)).toHaveLength(9);
    }
  });

  it('D15 has recurring duties that are nearly all done, help that can be given, and somebody who is away', () => {
    for (const municipality of small) {
      const snapshots = municipality.Team.map(({ id }) => snapshotOf(municipality, id));
      const duties = snapshots.flatMap(({ duty, occurrence }) =>
        Object.values(duty).map((row) => ({ row, occurrence })),
      );
      expect(duties.length).toBeGreaterThan(100);
      const last = duties.flatMap(({ row, occurrence }) => lastOccurrences(occurrence, row, { today, count: 2 }));
      const open = last.filter(({ state }) => state === 'overdue' || state === 'missed');
      expect(open.length).toBeGreaterThan(0);
      expect(open.length).toBeLessThan(last.length / 4);
      for (const row of municipality.Occurrence) {
        const duty = duties.find((each) => each.row.id === row.dutyId)?.row;
        expect(duty && occursOn(duty, row.recurrenceDate)).toBe(true);
        expect(row.recurrenceDate < today && row.on <= row.recurrenceDate).toBe(true);
        expect(row.state === 'skipped').toBe(row.reason !== '');
      }
      const asleep = countCoverage(municipality.Team.flatMap(({ id }) => boardOf(municipality, id))).asleep;
      expect(asleep).toBeGreaterThan(0);
      expect(asleep).toBeLessThan(municipality.Responsibility.length / 10);
      expect(municipality.Help.length).toBeGreaterThan(3);
      for (const help of municipality.Help) expect(help.madeOn <= today && today < help.expiresOn).toBe(true);
      const teamOf = new Map(municipality.Membership.map((row) => [`${row.personId} ${row.teamId}`, row.until]));
      for (const row of [...municipality.Absence, ...municipality.Help, ...municipality.Note])
        expect(teamOf.get(`${row.personId} ${row.teamId}`)).toBeNull();
      expect(municipality.Absence.length).toBeGreaterThan(0);
    }
  });

  it('D10 has offers that can still be accepted', () => {
    for (const municipality of small) {
      expect(municipality.Offer.length).toBeGreaterThan(3);
      for (const offer of municipality.Offer) {
        expect(offer.madeOn < today && today < offer.expiresOn).toBe(true);
        const given = municipality.Assignment.find((row) => row.id === offer.assignmentId);
        expect(given).toMatchObject({ until: null, personId: offer.fromPersonId, role: 'holder' });
        expect(given?.sharePercent).toBeGreaterThanOrEqual(offer.sharePercent);
        expect(offer.toPersonId).not.toBe(offer.fromPersonId);
      }
    }
  });

  it('D11 can send mail to nobody', () => {
    for (const { Person } of small) {
      expect(Person.filter((row) => !/^[a-z0-9.-]+@noorderkoog\.example$/.test(row.email))).toEqual([]);
    }
  });

  it('D12 tells of the past only, without names or texts', () => {
    for (const municipality of small) {
      expect(municipality.AuditEntry.filter((row) => Date.parse(row.at) >= now)).toEqual([]);
      expect(municipality.Assignment.filter((row) => row.from >= today)).toEqual([]);
      const told = JSON.stringify(municipality.AuditEntry);
      for (const { name } of municipality.Person) expect(told).not.toContain(name);
      for (const { title } of municipality.Responsibility) expect(told).not.toContain(title);
    }
  });

  it('D13 grows to ten thousand people', () => {
    const municipality = generateMunicipality({ seed: 1, people: 10_000, now });
    expect(municipality.Person).toHaveLength(10_000);
    expectSound(municipality);
  });
});
