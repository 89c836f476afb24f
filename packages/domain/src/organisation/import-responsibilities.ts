import type { AssignmentRole, Criticality } from '../feed.ts';
import type { LocalDate } from '../dates.ts';
import type { AreaId, AssignmentId, PersonId, ResponsibilityId, TeamId } from '../ids.ts';
import { importLimits } from './import-fields.ts';
import { decideCarriers } from './import-carriers.ts';
import type { CarrierChange } from './import-carriers.ts';
import type { ImportContext } from './import-people.ts';
import { personFinder } from './import-persons.ts';
import type { MemberFact } from './import-persons.ts';
import { finishPlan, refusedPlan } from './import-plan.ts';
import type { ImportPlan } from './import-plan.ts';
import { mappingProblems, readRow } from './import-rows.ts';
import type { MappedTable, RowReading } from './import-rows.ts';
import { teamFinder } from './import-teams.ts';
import type { TeamFact } from './import-teams.ts';
import { onOneLine, readCriticality, readMinutes, sameAs } from './import-values.ts';

export type AssignmentFact = {
  id: AssignmentId;
  responsibilityId: ResponsibilityId;
  personId: PersonId;
  role: AssignmentRole;
  sharePercent: number;
  from: LocalDate;
  /** Whether somebody was asked to take it over, or has it for a while. */
  busy: boolean;
};
export type ResponsibilityFact = {
  id: ResponsibilityId;
  teamId: TeamId;
  areaId: AreaId;
  title: string;
  purpose: string;
  criticality: Criticality;
  minutesAWeek: number;
  season: number[];
  version: number;
};
/** The organisation as an import of responsibilities sees it: what is open and holds now. */
export type ResponsibilityFacts = {
  teams: TeamFact[];
  members: MemberFact[];
  /** Everybody, to tell who is unknown from who is in another team. */
  people: { name: string; email: string }[];
  areas: { id: AreaId; teamId: TeamId; name: string; order: number }[];
  responsibilities: ResponsibilityFact[];
  assignments: AssignmentFact[];
};

type Draft = {
  row: RowReading;
  team: TeamFact | null;
  title: string;
  criticality: Criticality | null;
  minutesAWeek: number | null;
  current: ResponsibilityFact | null;
  carriers: CarrierChange[];
};

/** Where a responsibility goes of which nobody says in which area it is. */
const otherArea = 'Algemeen';
const wholeYear = Array.from({ length: 12 }, () => 100);

/**
 * What an import of responsibilities would do, and does (rules IM9, IM10, IM17–IM21): pure, and the same for the same facts but
 * for the ids that `newId` gives. Writing it and planning the same file again gives only `same`.
 */
export const planResponsibilitiesImport = (
  mapped: MappedTable,
  facts: ResponsibilityFacts,
  context: ImportContext,
): ImportPlan => {
  const fileProblems = mappingProblems(mapped);
  if (fileProblems.length > 0) return refusedPlan(fileProblems);
  const findTeam = teamFinder(facts.teams);
  const findPeople = personFinder(facts);
  const keyOf = (teamId: TeamId, title: string): string => `${teamId} ${sameAs(title)}`;
  const known = Map.groupBy(facts.responsibilities, ({ teamId, title }) => keyOf(teamId, title));
  const assignmentsOf = Map.groupBy(facts.assignments, ({ responsibilityId }) => responsibilityId);

  const drafts = mapped.table.rows.map((tableRow): Draft => {
    const row = readRow(mapped, tableRow);
    const complete = row.problems.length === 0;
    const title = onOneLine(row.text('title'));
    const team = complete ? findTeam(row) : null;
    const criticality = complete ? row.value('criticality', readCriticality, 'badCriticality') : null;
    const minutesAWeek = complete ? row.value('hours', readMinutes, 'badHours') : null;
    if ((minutesAWeek ?? 0) > importLimits.minutesAWeek)
      row.wrong('hours', 'hoursAboveWeek', { value: row.text('hours') });
    const same = team ? (known.get(keyOf(team.id, title)) ?? []) : [];
    if (same.length > 1) row.wrong('title', 'ambiguousTitle', { value: title });
    const current = same[0] ?? null;
    const assignments = current ? (assignmentsOf.get(current.id) ?? []) : [];
    const carriers = team ? decideCarriers(row, { assignments, find: (field) => findPeople(row, field, team.id) }) : [];
    return { row, team, title, criticality, minutesAWeek, current, carriers };
  });
  const inFile = Map.groupBy(
    drafts.filter(({ team }) => team !== null),
    ({ team, title }) => `${team?.id} ${sameAs(title)}`,
  );
  for (const doubled of inFile.values()) {
    const [first, second] = doubled;
    if (!first || !second) continue;
    for (const { row, title } of doubled) {
      const otherLine = row === first.row ? second.row.line : first.row.line;
      row.wrong('title', 'doubledRow', { value: title, otherLine });
    }
  }

  const nameOf = new Map(facts.members.map(({ personId, name }) => [personId, name]));
  const writes = {
    areas: [] as object[],
    responsibilities: [] as object[],
    edits: [] as object[],
    hours: [] as object[],
    assignments: [] as object[],
    shares: [] as object[],
  };
  const areaOf = areaFinder(facts, (area) => writes.areas.push(area), context.newId);
  const teams = new Set<TeamId>();
  const rows = drafts.map((draft) => {
    const { row, team, title, current, carriers } = draft;
    const minutesAWeek = draft.minutesAWeek ?? current?.minutesAWeek ?? 0;
    const criticality = draft.criticality ?? current?.criticality ?? 2;
    const purpose = row.text('purpose') || (current?.purpose ?? '');
    const people = carriers.filter(({ role }) => role === 'holder').map(({ personId }) => nameOf.get(personId) ?? '');
    const seen = {
      line: row.line,
      name: title,
      team: team?.name ?? (row.text('team') || null),
      minutesAWeek,
      people,
      problems: row.problems,
    };
    if (!team || row.problems.length > 0) return { ...seen, right: 'same' as const };
    const areaName = onOneLine(row.text('area'));
    const areaId = areaName === '' && current ? current.areaId : areaOf(team.id, areaName || otherArea);
    // An id of the database, or one that its caller will make one of.
    const id = current?.id ?? (context.newId() as ResponsibilityId);
    const text = { id, teamId: team.id, areaId, title, purpose, criticality };
    const season = current?.season ?? wholeYear;
    const edited =
      current !== null &&
      (current.areaId !== areaId ||
        current.title !== title ||
        current.purpose !== purpose ||
        current.criticality !== criticality);
    const otherHours = current?.minutesAWeek !== minutesAWeek;
    const changes = carriers.filter(({ change }) => change !== 'none');
    if (!current) writes.responsibilities.push(text);
    if (current && (edited || otherHours)) writes.edits.push(text);
    if (otherHours) writes.hours.push({ responsibilityId: id, minutesAWeek, season });
    for (const { change, assignmentId, personId, role, sharePercent } of changes) {
      if (change === 'share') writes.shares.push({ id: assignmentId, sharePercent });
      else
        writes.assignments.push({
          id: context.newId(),
          teamId: team.id,
          responsibilityId: id,
          personId,
          role,
          sharePercent,
        });
    }
    const right = !current ? 'new' : edited || otherHours || changes.length > 0 ? 'changed' : 'same';
    if (right !== 'same') teams.add(team.id);
    return { ...seen, right } as const;
  });
  return finishPlan({ rows, fileProblems, skipWrongRows: context.skipWrongRows, teams, writes });
};

/** Finds an area of a team by its name, and lets one be made behind the others when there is none (rule IM18). */
const areaFinder = (
  { areas }: ResponsibilityFacts,
  make: (area: { id: AreaId; teamId: TeamId; name: string; order: number }) => void,
  newId: () => string,
): ((teamId: TeamId, name: string) => AreaId) => {
  const byName = new Map(areas.toReversed().map(({ id, teamId, name }) => [`${teamId} ${sameAs(name)}`, id]));
  const next = new Map<TeamId, number>();
  for (const { teamId, order } of areas) next.set(teamId, Math.max(next.get(teamId) ?? 0, order + 1));
  return (teamId, name) => {
    const key = `${teamId} ${sameAs(name)}`;
    const known = byName.get(key);
    if (known) return known;
    // Its caller will make an id of it.
    const id = newId() as AreaId;
    const order = next.get(teamId) ?? 0;
    make({ id, teamId, name, order });
    byName.set(key, id);
    next.set(teamId, order + 1);
    return id;
  };
};
