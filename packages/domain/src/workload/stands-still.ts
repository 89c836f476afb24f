import { addDays, holdsOn } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { AbsenceRow, DeadlineWorkRow, ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import { holidaysOf, weekdayOf } from '../holidays.ts';
import type { AbsenceId, PersonId, ResponsibilityId } from '../ids.ts';
import { carriedOn } from '../responsibilities/delegation.ts';
import { stillRecurs } from '../responsibilities/duty-end.ts';
import { deriveOccurrences, inOrderOfDay } from '../responsibilities/occurrences.ts';
import type { Occurrence } from '../responsibilities/occurrences.ts';
import { sharesOfWork } from './deadline-shares.ts';

/** An absence that is being planned and that nobody knows yet. `replaces`: the one whose days are being changed. */
export type PlannedAbsence = { personId: PersonId; from: LocalDate; until: LocalDate; replaces?: AbsenceId };

/** A date of a duty, and who there is for it on that day: nobody, or those who stand in or carry it too. */
export type DateInAbsence = { occurrence: Occurrence; responsibility: ResponsibilityRow; present: PersonId[] };

/** A responsibility on the days of the absence: the first day that nobody present covers it, and on how many working days that is so. */
export type UncoveredResponsibility = { responsibility: ResponsibilityRow; firstDay: LocalDate; workdays: number };

/** What goes on, and with whom: those who are there on at least one working day of the absence. */
export type CoveredInAbsence = { responsibility: ResponsibilityRow; by: PersonId[] };

export type StandsStill = {
  /** Dates that nobody present would do, and dates that others see to; the first day first. */
  dates: DateInAbsence[];
  coveredDates: DateInAbsence[];
  /** What nobody present covers on some working day; the most critical first, then by title. */
  responsibilities: UncoveredResponsibility[];
  covered: CoveredInAbsence[];
  /** Work that the person has a part in and that is due in those days; the first due first. */
  deadlines: { work: DeadlineWorkRow; percent: number }[];
};

/** The team as it would be with an absence that nobody knows yet; what a picture of the weeks with it is made of. */
export const withPlannedAbsence = (
  snapshot: TeamSnapshot,
  { personId, from, until, replaces }: PlannedAbsence,
): TeamSnapshot => {
  // An id that is used nowhere: nothing of this is sent.
  const id = replaces ?? ('planned' as AbsenceId);
  const planned: AbsenceRow = { id, personId, from, until };
  return { ...snapshot, absence: { ...snapshot.absence, [id]: planned } };
};

/**
 * *Wat valt er stil?* (rules R5.1 to R5.4): what nobody present covers while somebody would be away, and what goes on with whom. Only
 * what that person carries or stands in for on the day itself; days before `today` are over. Whoever is a member and not absent is
 * present (as in rule R3.11).
 */
export const deriveStandsStill = (
  before: TeamSnapshot,
  { planned, today }: { planned: PlannedAbsence; today: LocalDate },
): StandsStill => {
  const snapshot = withPlannedAbsence(before, planned);
  const from = planned.from > today ? planned.from : today;
  const coverOn = coversOn(snapshot, planned.personId);
  const dates = datesIn(snapshot, { from, until: planned.until, today }, coverOn);
  const { responsibilities, covered } = responsibilitiesIn(snapshot, { ...planned, from }, coverOn);
  return {
    dates: dates.filter(({ present }) => present.length === 0),
    coveredDates: dates.filter(({ present }) => present.length > 0),
    responsibilities,
    covered,
    deadlines: deadlinesIn(snapshot, { ...planned, from }, today),
  };
};

/** Who is there for what somebody carries or stands in for on a day; nothing about what does not depend on them. */
type CoverOn = (date: LocalDate) => ReadonlyMap<ResponsibilityId, PersonId[]>;

const coversOn = (snapshot: TeamSnapshot, personId: PersonId): CoverOn => {
  const known = new Map<LocalDate, ReadonlyMap<ResponsibilityId, PersonId[]>>();
  const members = Object.values(snapshot.member);
  const absences = Object.values(snapshot.absence);
  const compute = (date: LocalDate): ReadonlyMap<ResponsibilityId, PersonId[]> => {
    const away = new Set(absences.filter((row) => holdsOn(row, date)).map((row) => row.personId));
    const there = new Set(
      members.filter((row) => holdsOn(row, date) && !away.has(row.personId)).map((row) => row.personId),
    );
    const rows = carriedOn(snapshot, date).filter((row) => holdsOn(row, date));
    return new Map(
      [...Map.groupBy(rows, ({ responsibilityId }) => responsibilityId)].flatMap(([id, all]) => {
        const mine = all.filter((row) => row.personId === personId);
        const present = (role: 'holder' | 'substitute'): PersonId[] =>
          all.filter((row) => row.role === role && there.has(row.personId)).map((row) => row.personId);
        const holders = present('holder');
        // Who only stands in is not missed while somebody who holds it is there.
        const concerns = mine.some(({ role }) => role === 'holder' || holders.length === 0);
        const open = snapshot.responsibility[id]?.closedOn === null;
        if (mine.length === 0 || !concerns || !open) return [];
        return [[id, (holders.length > 0 ? holders : present('substitute')).toSorted()] as const];
      }),
    );
  };
  return (date) => {
    const found = known.get(date) ?? compute(date);
    known.set(date, found);
    return found;
  };
};

const datesIn = (
  snapshot: TeamSnapshot,
  range: { from: LocalDate; until: LocalDate; today: LocalDate },
  coverOn: CoverOn,
): DateInAbsence[] =>
  Object.values(snapshot.duty)
    .filter((duty) => stillRecurs(duty, range.today))
    .flatMap((duty) => {
      const responsibility = snapshot.responsibility[duty.responsibilityId];
      if (!responsibility) return [];
      return deriveOccurrences(snapshot.occurrence, duty, range).flatMap((occurrence): DateInAbsence[] => {
        if (occurrence.state === 'done' || occurrence.state === 'skipped') return [];
        const present = coverOn(occurrence.on).get(responsibility.id);
        return present ? [{ occurrence, responsibility, present }] : [];
      });
    })
    .toSorted((one, other) => inOrderOfDay(one.occurrence, other.occurrence));

/** The days on which somebody would have worked: by their weekdays, or Monday to Friday for who has no hours; no free days. */
const workdaysOf = (
  snapshot: TeamSnapshot,
  { personId, from, until }: { personId: PersonId; from: LocalDate; until: LocalDate },
): LocalDate[] => {
  const closed = new Set(Object.values(snapshot.team).flatMap(({ ownHolidays }) => ownHolidays));
  const hours = Object.values(snapshot.member).find((row) => row.personId === personId)?.minutesByWeekday ?? [];
  const hasHours = hours.some((minutes) => minutes > 0);
  const days: LocalDate[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) {
    const works = hasHours ? (hours[weekdayOf(day)] ?? 0) > 0 : weekdayOf(day) < 5;
    if (works && !closed.has(day) && !holidaysOf(Number(day.slice(0, 4))).has(day)) days.push(day);
  }
  return days;
};

const responsibilitiesIn = (
  snapshot: TeamSnapshot,
  absence: { personId: PersonId; from: LocalDate; until: LocalDate },
  coverOn: CoverOn,
): Pick<StandsStill, 'responsibilities' | 'covered'> => {
  const uncovered = new Map<ResponsibilityId, LocalDate[]>();
  const by = new Map<ResponsibilityId, Set<PersonId>>();
  for (const day of workdaysOf(snapshot, absence))
    for (const [id, present] of coverOn(day)) {
      if (present.length === 0) uncovered.set(id, [...(uncovered.get(id) ?? []), day]);
      by.set(id, new Set([...(by.get(id) ?? []), ...present]));
    }
  const rowOf = (id: ResponsibilityId): ResponsibilityRow[] => {
    const row = snapshot.responsibility[id];
    return row ? [row] : [];
  };
  return {
    responsibilities: [...uncovered]
      .flatMap(([id, days]) =>
        rowOf(id).map((responsibility) => ({ responsibility, firstDay: days[0] ?? '', workdays: days.length })),
      )
      .toSorted((one, other) => inOrderOfCriticality(one.responsibility, other.responsibility)),
    covered: [...by]
      .filter(([id]) => !uncovered.has(id))
      .flatMap(([id, people]) => rowOf(id).map((responsibility) => ({ responsibility, by: [...people].toSorted() })))
      .toSorted((one, other) => inOrderOfCriticality(one.responsibility, other.responsibility)),
  };
};

const inOrderOfCriticality = (one: ResponsibilityRow, other: ResponsibilityRow): number =>
  other.criticality - one.criticality || one.title.localeCompare(other.title, 'nl') || one.id.localeCompare(other.id);

const deadlinesIn = (
  snapshot: TeamSnapshot,
  { personId, from, until }: { personId: PersonId; from: LocalDate; until: LocalDate },
  today: LocalDate,
): StandsStill['deadlines'] =>
  Object.values(snapshot.deadlineWork)
    .filter(({ due, doneOn }) => doneOn === null && from <= due && due < until)
    .flatMap((work) => {
      const mine = sharesOfWork(work, Object.values(snapshot.assignment), today).find(
        (share) => share.personId === personId,
      );
      const isOpen = snapshot.responsibility[work.responsibilityId]?.closedOn === null;
      return mine && isOpen ? [{ work, percent: mine.percent }] : [];
    })
    .toSorted((one, other) => one.work.due.localeCompare(other.work.due) || one.work.id.localeCompare(other.work.id));
