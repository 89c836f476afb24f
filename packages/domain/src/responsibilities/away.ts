import { holdsOn } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { AbsenceRow, TeamSnapshot } from '../feed.ts';
import type { PersonId } from '../ids.ts';

/** Who is not available on a day, and until when (the first day on which they are there again, as far as one absence tells). */
export const awayOn = (facts: Pick<TeamSnapshot, 'absence'>, date: LocalDate): Map<PersonId, LocalDate> => {
  const away = new Map<PersonId, LocalDate>();
  for (const { personId, until, ...absence } of Object.values(facts.absence)) {
    if (!holdsOn({ ...absence, until }, date)) continue;
    const known = away.get(personId);
    if (!known || known < until) away.set(personId, until);
  }
  return away;
};

/** Somebody's absence of a day, the one that lasts longest; null when they are there. */
export const absenceOn = (
  facts: Pick<TeamSnapshot, 'absence'>,
  personId: PersonId,
  date: LocalDate,
): AbsenceRow | null =>
  Object.values(facts.absence)
    .filter((absence) => absence.personId === personId && holdsOn(absence, date))
    .toSorted((one, other) => other.until.localeCompare(one.until))[0] ?? null;
