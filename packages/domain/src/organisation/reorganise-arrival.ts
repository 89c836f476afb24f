import type { LocalDate } from '../dates.ts';
import { applyChanges } from '../feed.ts';
import type { AbsenceRow, AreaRow, MemberRow, ResponsibilityRow, RowChange } from '../feed.ts';
import type { AreaId, MembershipId, PersonId } from '../ids.ts';
import { ended, withdrawn } from '../responsibilities/endings.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { withFollowing } from '../responsibilities/following.ts';
import { withoutPerson } from '../responsibilities/help.ts';
import { limits } from '../responsibilities/schema.ts';
import { withoutShares } from '../workload/deadline-work.ts';
import type { Terms } from './reorganise-regrouping.ts';

/** Somebody who comes into a team, with the terms and absences that they bring. */
export type Arriving = Terms & { personId: PersonId; name: string; absences: readonly AbsenceRow[] };

const minutesInADay = 1440;

/**
 * Who comes in (rule O24). Somebody who is in the team already stays in it: the hours of both add up, to a whole day at most,
 * and it is their home team when one of the two was.
 */
export const comeIn = (
  facts: TeamFacts,
  arriving: readonly Arriving[],
  { today, newId }: { today: LocalDate; newId: () => string },
): RowChange[] => {
  const byPerson = Map.groupBy(arriving, ({ personId }) => personId);
  return [...byPerson].flatMap(([personId, rows]): RowChange[] => {
    const before = Object.values(facts.member).find((member) => member.personId === personId) ?? null;
    const all: Terms[] = before ? [before, ...rows] : rows;
    const minutesByWeekday = Array.from({ length: 7 }, (_, day) =>
      Math.min(
        minutesInADay,
        all.reduce((sum, row) => sum + (row.minutesByWeekday[day] ?? 0), 0),
      ),
    );
    const after: MemberRow = {
      // An id that nothing else has; the brand exists only for the compiler.
      ...(before ?? { id: newId() as MembershipId, personId, name: rows[0]?.name ?? '', from: today, until: null }),
      minutesByWeekday,
      home: all.some(({ home }) => home),
    };
    const known = new Set<string>(Object.keys(facts.absence));
    const absences = rows
      .flatMap((row) => row.absences)
      .filter(({ id }) => {
        const isNew = !known.has(id);
        known.add(id);
        return isNew;
      });
    return [
      { entity: 'member', before, after },
      ...absences.map((absence): RowChange => ({ entity: 'absence', before: null, after: absence })),
    ];
  });
};

/** A responsibility that comes in, with its area and team as they were. */
export type Bringing = {
  row: ResponsibilityRow;
  area: AreaRow | null;
  teamName: string;
  home: { areaId: AreaId; wasRenamed: boolean } | null;
};

const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('nl') === other.trim().toLocaleLowerCase('nl');

const inOrder = (one: Bringing, other: Bringing): number => one.row.id.localeCompare(other.row.id);

/**
 * The places of responsibilities that come in (rule O25): in an area of the same name, or in a new one. When the team has one
 * of the same title already, the name of the old team comes behind it; what comes home loses that again.
 */
export const findPlaces = (
  facts: TeamFacts,
  { teamName, bringing, newId }: { teamName: string; bringing: readonly Bringing[]; newId: () => string },
): { areas: AreaRow[]; rows: { after: ResponsibilityRow; wasRenamed: boolean }[] } => {
  const areas: AreaRow[] = [];
  const known = Object.values(facts.area).toSorted((one, other) => one.order - other.order);
  const titles = Object.values(facts.responsibility)
    .filter(({ closedOn }) => closedOn === null)
    .map(({ title }) => title);
  const areaOf = ({ area, home }: Bringing): AreaId => {
    if (home && facts.area[home.areaId]) return home.areaId;
    const name = area?.name ?? '';
    const same = [...known, ...areas].find((other) => sameName(other.name, name));
    if (same) return same.id;
    const order = Math.max(0, ...known.map((other) => other.order), ...areas.map((other) => other.order)) + 1;
    // As above: an id that nothing else has.
    const made: AreaRow = { id: newId() as AreaId, name, order };
    areas.push(made);
    return made.id;
  };
  const rows = bringing.toSorted(inOrder).map((one) => {
    const { row, home } = one;
    const ours = ` (${teamName})`;
    const own = home?.wasRenamed && row.title.endsWith(ours) ? row.title.slice(0, -ours.length) : row.title;
    const isTaken = row.closedOn === null && titles.some((title) => sameName(title, own));
    const theirs = ` (${one.teamName})`.slice(0, limits.title / 2);
    const title = isTaken ? `${own.slice(0, limits.title - theirs.length)}${theirs}` : own;
    if (row.closedOn === null) titles.push(title);
    return { after: { ...row, areaId: areaOf(one), title, version: row.version + 1 }, wasRenamed: isTaken };
  });
  return { areas, rows };
};

/**
 * What ends in a team because somebody whom it is about is not in it (rule O21): what they carried falls open visibly, offers
 * and questions with them are withdrawn, with all that follows from it.
 */
export const withoutStrangers = (facts: TeamFacts, today: LocalDate): RowChange[] => {
  const members = new Set(Object.values(facts.member).map(({ personId }) => personId));
  const isStranger = (personId: PersonId | null): personId is PersonId => personId !== null && !members.has(personId);
  const assignments = Object.values(facts.assignment).filter(({ personId }) => isStranger(personId));
  const offers = Object.values(facts.offer).filter(
    ({ fromPersonId, toPersonId }) => isStranger(fromPersonId) || isStranger(toPersonId),
  );
  const helping = Object.values(facts.help).flatMap(({ personId, acceptedBy }) => [personId, acceptedBy]);
  const sharing = Object.values(facts.deadlineWork).flatMap(({ shares }) => shares.map(({ personId }) => personId));
  const endings: RowChange[] = [...assignments.map((row) => ended(row, today)), ...withdrawn(offers)];
  for (const personId of new Set(helping.filter(isStranger)))
    endings.push(...withoutPerson(applyChanges(facts, endings), personId, today));
  for (const personId of new Set(sharing.filter(isStranger)))
    endings.push(...withoutShares(applyChanges(facts, endings), personId));
  const [team] = Object.values(facts.team);
  // What follows is looked for only where something changes: members came, which is no change of these rows.
  const nothing: RowChange[] = team ? [{ entity: 'team', before: team, after: team }] : [];
  return withFollowing(facts, [...nothing, ...endings], { today }).filter(({ entity }) => entity !== 'team');
};
