import type { LocalDate } from '../dates.ts';
import { applyChanges, emptySnapshot } from '../feed.ts';
import type { AssignmentRow, MemberRow, RowChange, TeamSnapshot } from '../feed.ts';
import type { AssignmentId, DomainId, PersonId, TeamId } from '../ids.ts';
import { carriedShare } from '../responsibilities/coverage.ts';
import { assignmentsOf } from '../responsibilities/facts.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { decideStop } from './reorganise-stop.ts';
import { decideEndMembership } from './membership.ts';
import { comeIn, findPlaces, withoutStrangers } from './reorganise-arrival.ts';
import type { Arriving, Bringing } from './reorganise-arrival.ts';
import { giveAway, putIn } from './reorganise-packet.ts';
import type { GivenAway } from './reorganise-packet.ts';
import type { Regrouping } from './reorganise-regrouping.ts';

export type TeamBefore = { facts: TeamFacts; domainId: DomainId | null };

/**
 * What happens in one team. `changes` is what its feed tells, in order; of those, `moved` are rows that go from team to team as
 * they are, with everything of them that a snapshot does not hold.
 */
export type RegroupedTeam = {
  teamId: TeamId;
  before: TeamSnapshot;
  after: TeamSnapshot;
  changes: RowChange[];
  moved: ReadonlySet<RowChange>;
};

type Regroup = { today: LocalDate; newId: () => string };

/**
 * Carries out a regrouping on the teams that it is about (rules O20–O25): the preview of a plan, carrying it out, and taking it
 * back are all this function. `teams` has every team that the regrouping names and that is open or was.
 */
export const regroup = (
  teams: Partial<Record<TeamId, TeamBefore>>,
  regrouping: Regrouping,
  context: Regroup,
): RegroupedTeam[] => {
  const before = new Map<TeamId, TeamFacts>();
  // Keys of a record of teams.
  for (const [id, team] of Object.entries(teams) as [TeamId, TeamBefore][]) before.set(id, team.facts);
  const [somewhere] = [...before.values()].flatMap(({ team }) => Object.values(team));
  for (const { teamId, name } of [...regrouping.made, ...regrouping.reopened])
    before.set(teamId, {
      ...(before.get(teamId) ?? emptySnapshot()),
      team: { [teamId]: { id: teamId, name, ownHolidays: somewhere?.ownHolidays ?? [] } },
    });
  const given = new Map([...before].map(([id, facts]) => [id, giveAway(facts, id, regrouping)]));
  const leaving = new Map([...given].map(([id, { left }]) => [id, leave(left, id, { regrouping, context })]));
  return [...before].map(([teamId, facts]) => {
    const { withdrawn = [], gone = new Map<TeamId, RowChange[]>() } = given.get(teamId) ?? {};
    const out = [...gone.values()].flat();
    const ended = leaving.get(teamId) ?? [];
    const left = applyChanges(facts, [...withdrawn, ...out, ...ended]);
    const arrived = arrive(left, teamId, { before, given, regrouping, context });
    const changes = [...withdrawn, ...out, ...ended, ...arrived.changes];
    return {
      teamId,
      before: facts,
      after: applyChanges(facts, changes),
      changes,
      moved: new Set([...out, ...arrived.moved]),
    };
  });
};

type Whole = { before: ReadonlyMap<TeamId, TeamFacts>; regrouping: Regrouping; context: Regroup };

const memberOf = (facts: TeamFacts | undefined, personId: PersonId): MemberRow | undefined =>
  Object.values(facts?.member ?? {}).find((member) => member.personId === personId);

/** Who leaves a team, and what stops in it, once what goes elsewhere is out of it. */
const leave = (left: TeamFacts, teamId: TeamId, { regrouping, context }: Omit<Whole, 'before'>): RowChange[] => {
  const changes: RowChange[] = [];
  const now = (): TeamFacts => applyChanges(left, changes);
  for (const { personId, from } of regrouping.people) {
    const member = memberOf(left, personId);
    if (from === teamId && member) changes.push(...decideEndMembership(now(), { membershipId: member.id }, context));
  }
  for (const stop of regrouping.stopped)
    if (stop.teamId === teamId) changes.push(...decideStop(now(), stop.responsibilityId, context));
  if (regrouping.closed.includes(teamId))
    for (const obstacle of Object.values(now().obstacle))
      if (obstacle.state === 'open')
        changes.push({ entity: 'obstacle', before: obstacle, after: { ...obstacle, state: 'withdrawn' } });
  return changes;
};

const nameOf = (facts: TeamFacts | undefined): string => Object.values(facts?.team ?? {})[0]?.name ?? '';

/** What comes into a team, and what ends because not everybody came along. */
const arrive = (
  left: TeamFacts,
  teamId: TeamId,
  { before, given, regrouping, context }: Whole & { given: ReadonlyMap<TeamId, GivenAway> },
): { changes: RowChange[]; moved: RowChange[] } => {
  const { today, newId } = context;
  const arriving = regrouping.people.flatMap(({ personId, from, to, terms }): Arriving[] => {
    const source = from === null ? undefined : before.get(from);
    const was = terms ?? memberOf(source, personId);
    if (to !== teamId || !was) return [];
    const absences = Object.values(source?.absence ?? {}).filter((absence) => absence.personId === personId);
    return [{ personId, name: was.name, minutesByWeekday: was.minutesByWeekday, home: was.home, absences }];
  });
  const people = comeIn(left, arriving, context);
  const terms = regrouping.terms.flatMap((wanted): RowChange[] => {
    const { personId, minutesByWeekday, home } = wanted;
    const member = memberOf(left, personId);
    return wanted.teamId === teamId && member
      ? [{ entity: 'member', before: member, after: { ...member, minutesByWeekday, home } }]
      : [];
  });
  const homes = new Map(regrouping.responsibilities.map((row) => [row.responsibilityId, row.home]));
  const packets = [...given].flatMap(([from, { gone }]) =>
    (gone.get(teamId) ?? []).map((change) => ({ from, change })),
  );
  const bringing = packets.flatMap(({ from, change }): Bringing[] => {
    if (change.entity !== 'responsibility' || !change.before) return [];
    const source = before.get(from);
    const row = change.before;
    return [{ row, area: source?.area[row.areaId] ?? null, teamName: nameOf(source), home: homes.get(row.id) ?? null }];
  });
  const { areas, rows } = findPlaces(left, { teamName: nameOf(before.get(teamId)), bringing, newId });
  const moved: RowChange[] = [
    ...areas.map((after): RowChange => ({ entity: 'area', before: null, after })),
    ...rows.map(({ after }): RowChange => ({ entity: 'responsibility', before: null, after })),
    ...packets.filter(({ change }) => change.entity !== 'responsibility').map(({ change }) => putIn(change)),
  ];
  const changes = [...terms, ...people, ...moved];
  const now = (): TeamFacts => applyChanges(left, changes);
  if (packets.length > 0) changes.push(...withoutStrangers(now(), today));
  for (const restart of regrouping.restarted) if (restart.teamId === teamId) changes.push(...restarted(now(), restart));
  for (const wanted of regrouping.restored)
    if (wanted.teamId === teamId) changes.push(...restored(now(), wanted, context));
  return { changes, moved };
};

const restarted = (facts: TeamFacts, { responsibilityId, duties }: Regrouping['restarted'][number]): RowChange[] => {
  const before = facts.responsibility[responsibilityId];
  if (!before || before.closedOn === null) return [];
  return [
    { entity: 'responsibility', before, after: { ...before, closedOn: null, version: before.version + 1 } },
    ...duties.flatMap((id): RowChange[] => {
      const duty = facts.duty[id];
      if (!duty || duty.endedOn === null) return [];
      return [{ entity: 'duty', before: duty, after: { ...duty, endedOn: null, version: duty.version + 1 } }];
    }),
  ];
};

/** Somebody carries again what fell open, when they are in the team and nobody took it meanwhile. */
const restored = (
  facts: TeamFacts,
  { responsibilityId, personId, role, sharePercent }: Regrouping['restored'][number],
  { today, newId }: Regroup,
): RowChange[] => {
  const rows = assignmentsOf(facts, responsibilityId);
  if (facts.responsibility[responsibilityId]?.closedOn !== null || !memberOf(facts, personId)) return [];
  if (rows.some((row) => row.personId === personId)) return [];
  if (role === 'holder' && carriedShare(rows) + sharePercent > 101) return [];
  // An id that nothing else has; the brand exists only for the compiler.
  const id = newId() as AssignmentId;
  const after: AssignmentRow = { id, responsibilityId, personId, role, sharePercent, from: today, until: null };
  return [{ entity: 'assignment', before: null, after }];
};
