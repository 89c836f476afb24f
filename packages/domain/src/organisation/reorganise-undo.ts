import type { DomainId, PersonId, TeamId } from '../ids.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import type { ReorganisationRecord } from './reorganise-record.ts';
import type { Regrouping, Terms } from './reorganise-regrouping.ts';
import type { TeamBefore } from './reorganise-regroup.ts';

/**
 * What an undo looks at. `teams` holds every team of the record, also those that closed; of those `closed` tells the name.
 * `people`: who of the record is still there, by what name, and which team is their home now.
 */
export type UndoFacts = {
  teams: Partial<Record<TeamId, TeamBefore>>;
  closed: Partial<Record<TeamId, { name: string }>>;
  domainIds: readonly DomainId[];
  people: Partial<Record<PersonId, { name: string; homeTeamId: TeamId | null }>>;
};

/** What does not come back: who left since, what is no longer where it went, and what others agreed on and was withdrawn. */
export type NotComingBack = { people: number; responsibilities: number };

const memberOf = (facts: TeamFacts | undefined, personId: PersonId): Terms | undefined =>
  Object.values(facts?.member ?? {}).find((member) => member.personId === personId);

const sameTerms = (one: Terms, other: Terms): boolean =>
  one.home === other.home && one.minutesByWeekday.every((minutes, day) => minutes === other.minutesByWeekday[day]);

/**
 * Whether something was built on it, so that it cannot be taken back (rule O28): a team that it made has people or work of
 * its own by now, one that got something is closed, a team stands in yet another domain, or a domain is gone.
 */
const isBuiltOn = (record: ReorganisationRecord, { teams, closed, domainIds }: UndoFacts): boolean => {
  const isOpen = (teamId: TeamId): boolean => teams[teamId] !== undefined && closed[teamId] === undefined;
  const domainGone = (domainId: DomainId | null): boolean => domainId === null || !domainIds.includes(domainId);
  return (
    record.closed.some(({ teamId, domainId }) => domainGone(domainId) || isOpen(teamId)) ||
    record.placed.some(({ teamId, from, to }) => domainGone(from) || teams[teamId]?.domainId !== to) ||
    [...record.responsibilities, ...record.people].some(({ to }) => to !== null && !isOpen(to)) ||
    [...record.responsibilities, ...record.people].some(
      ({ from }) => !isOpen(from) && !record.closed.some(({ teamId }) => teamId === from),
    ) ||
    record.made.some((teamId) => {
      const facts = teams[teamId]?.facts;
      const came = new Set(record.people.filter(({ to }) => to === teamId).map(({ personId }) => personId));
      const brought = new Set<string>(
        record.responsibilities.filter(({ to }) => to === teamId).map(({ responsibilityId }) => responsibilityId),
      );
      return (
        Object.values(facts?.member ?? {}).some(({ personId }) => !came.has(personId)) ||
        Object.keys(facts?.responsibility ?? {}).some((id) => !brought.has(id))
      );
    })
  );
};

/**
 * What takes a reorganisation back (rules O27, O28): the structure as it was, with all that happened since. Null when something was
 * built on it.
 */
export const planUndo = (
  record: ReorganisationRecord,
  facts: UndoFacts,
): { regrouping: Regrouping; lost: NotComingBack } | null => {
  if (isBuiltOn(record, facts)) return null;
  const { teams, people } = facts;
  const back = record.responsibilities.filter(
    ({ responsibilityId, to }) => teams[to]?.facts.responsibility[responsibilityId] !== undefined,
  );
  const returning = record.people.filter(({ personId, from, to }) => {
    if (!people[personId] || memberOf(teams[from]?.facts, personId)) return false;
    return to === null || memberOf(teams[to]?.facts, personId) !== undefined;
  });
  // When another team became their home meanwhile, it stays so.
  const mayBeHome = (personId: PersonId, teamId: TeamId | null): boolean => {
    const homeTeamId = people[personId]?.homeTeamId ?? null;
    return homeTeamId === null || homeTeamId === teamId;
  };
  const closing = new Set(record.closed.map(({ teamId }) => teamId));
  const regrouping: Regrouping = {
    placed: record.placed.flatMap(({ teamId, from }) => (from === null ? [] : [{ teamId, domainId: from }])),
    made: [],
    closed: record.made,
    reopened: record.closed.flatMap(({ teamId, domainId }) => {
      const team = facts.closed[teamId];
      return domainId === null || !team ? [] : [{ teamId, domainId, name: team.name }];
    }),
    responsibilities: back.map(({ responsibilityId, from, to, areaId, wasRenamed }) => ({
      responsibilityId,
      from: to,
      to: from,
      home: { areaId, wasRenamed },
    })),
    loose: record.loose.flatMap((row) =>
      teams[row.to]?.facts[row.entity][row.id] ? [{ ...row, from: row.to, to: row.from }] : [],
    ),
    people: returning.map(({ personId, from, to, minutesByWeekday, home, known }) => {
      const person = people[personId];
      return {
        personId,
        from: known === null ? to : null,
        to: from,
        terms: { minutesByWeekday, home: home && mayBeHome(personId, to), name: person?.name ?? '' },
      };
    }),
    terms: returning.flatMap(({ personId, to, minutesByWeekday, known }) => {
      const now = to === null ? undefined : memberOf(teams[to]?.facts, personId);
      if (to === null || !known || !now) return [];
      const before = sameTerms(now, known.after)
        ? known.before
        : {
            home: known.before.home && mayBeHome(personId, to),
            minutesByWeekday: without(now.minutesByWeekday, minutesByWeekday),
          };
      return [{ personId, teamId: to, ...before }];
    }),
    stopped: [],
    restarted: record.stopped.filter(({ teamId }) => closing.has(teamId)),
    restored: record.ended,
  };
  return {
    regrouping,
    lost: {
      people: record.people.length - returning.length,
      responsibilities: record.responsibilities.length - back.length,
    },
  };
};

const without = (minutes: readonly number[], less: readonly number[]): number[] =>
  minutes.map((value, day) => Math.max(0, value - (less[day] ?? 0)));
