import { holdsOn } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import { awayOn } from './away.ts';
import { carriedOn } from './delegation.ts';
import { deriveOccurrences, inOrderOfDay } from './occurrences.ts';
import type { Occurrence } from './occurrences.ts';

/** One date that asks something of somebody. `standsIn`: nobody who carries it is available on that day. */
export type MyDate = { occurrence: Occurrence; responsibility: ResponsibilityRow; as: 'carries' | 'standsIn' };

/**
 * The dates on [from, until) of one team that are somebody's own on the day itself (rule K2): of what they carry then,
 * and of what they stand in for while nobody who carries it is available and they are. In order of day.
 */
export const deriveMyDates = (
  snapshot: TeamSnapshot,
  { personId, from, until, today }: { personId: PersonId; from: LocalDate; until: LocalDate; today: LocalDate },
): MyDate[] => {
  const roleOf = rolesOf(snapshot, personId);
  return Object.values(snapshot.duty)
    .flatMap((duty) => {
      const responsibility = snapshot.responsibility[duty.responsibilityId];
      if (!responsibility || responsibility.closedOn !== null || !mayBeMine(snapshot, responsibility.id, personId))
        return [];
      return deriveOccurrences(snapshot.occurrence, duty, { from, until, today }).flatMap((occurrence): MyDate[] => {
        const as = roleOf(duty.responsibilityId, occurrence.on);
        return as ? [{ occurrence, responsibility, as }] : [];
      });
    })
    .toSorted((one, other) => inOrderOfDay(one.occurrence, other.occurrence));
};

/** What somebody is for a responsibility on a day: one of those who carry it, the one who stands in then, or neither. */
export const rolesOf = (
  snapshot: TeamSnapshot,
  personId: PersonId,
): ((id: ResponsibilityId, date: LocalDate) => MyDate['as'] | null) => {
  const carriers = remembered((date) => carriersOn(snapshot, date));
  const away = remembered((date) => awayOn(snapshot, date));
  return (id, date) => {
    const of = carriers(date).get(id);
    if (!of) return null;
    if (of.holders.has(personId)) return 'carries';
    const nobody = [...of.holders].every((holder) => away(date).has(holder));
    return nobody && of.substitutes.has(personId) && !away(date).has(personId) ? 'standsIn' : null;
  };
};

/** Whether somebody has anything to do with a responsibility at all: recurrence is counted only then. */
const mayBeMine = (snapshot: TeamSnapshot, id: ResponsibilityId, personId: PersonId): boolean =>
  Object.values(snapshot.assignment).some((row) => row.responsibilityId === id && row.personId === personId) ||
  Object.values(snapshot.delegation).some((row) => row.responsibilityId === id && row.toPersonId === personId);

type Carriers = { holders: Set<PersonId>; substitutes: Set<PersonId> };

const carriersOn = (snapshot: TeamSnapshot, date: LocalDate): Map<ResponsibilityId, Carriers> => {
  const found = new Map<ResponsibilityId, Carriers>();
  for (const row of carriedOn(snapshot, date)) {
    if (!holdsOn(row, date)) continue;
    const of = found.get(row.responsibilityId) ?? { holders: new Set(), substitutes: new Set() };
    (row.role === 'holder' ? of.holders : of.substitutes).add(row.personId);
    found.set(row.responsibilityId, of);
  }
  return found;
};

const remembered = <Result>(work: (date: LocalDate) => Result): ((date: LocalDate) => Result) => {
  const known = new Map<LocalDate, Result>();
  return (date) => {
    const result = known.get(date) ?? work(date);
    known.set(date, result);
    return result;
  };
};
