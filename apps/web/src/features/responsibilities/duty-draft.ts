import type { LocalDate } from '@roer/domain/dates';
import type { DutyRow } from '@roer/domain/feed';
import { weekdayOf } from '@roer/domain/holidays';
import type { DutyText } from '@roer/domain/responsibilities/duties';
import { teamCommandInputs } from '@roer/domain/responsibilities/schema';
import { isEveryWorkday, monthsOfQuarter, placeInQuarter, rhythmOf, rruleOf, workdays } from './rule-rhythm.ts';
import type { Place, Rhythm } from './rule-rhythm.ts';

export const oftens = ['workdays', 'week', 'month', 'quarter', 'year', 'other'] as const;
export type Often = (typeof oftens)[number];

/** What stands in the form of a duty. `base` is what it was when the form opened; null for a new one. */
export type DutyDraft = {
  base: DutyRow | null;
  title: string;
  often: Often;
  /** Of weeks or months. */
  every: number;
  weekdays: number[];
  place: Place['kind'];
  day: number;
  nth: number;
  weekday: number;
  inQuarter: 0 | 1 | 2;
  months: number[];
  start: string;
  dueTime: string;
  shift: boolean;
};

export const startDuty = (base: DutyRow | null, today: LocalDate): DutyDraft => {
  const schedule = base?.schedules.at(-1);
  const fresh: DutyDraft = {
    base,
    title: base?.title ?? '',
    often: 'week',
    every: 1,
    weekdays: [Math.min(weekdayOf(today), 4)],
    place: 'day',
    day: 1,
    nth: 1,
    weekday: 0,
    inQuarter: 2,
    months: [Number(today.slice(5, 7))],
    start: schedule?.start ?? today,
    dueTime: schedule?.dueTime ?? '',
    shift: schedule?.shift === 'previousWorkday',
  };
  return schedule ? { ...fresh, ...chosenFor(rhythmOf(schedule)) } : fresh;
};

const chosenFor = (rhythm: Rhythm): Partial<DutyDraft> => {
  if (rhythm.kind === 'other') return { often: 'other' };
  const { every } = rhythm;
  if (rhythm.kind === 'weeks')
    return isEveryWorkday(rhythm) ? { often: 'workdays' } : { often: 'week', every, weekdays: rhythm.weekdays };
  const { place, months } = rhythm;
  const chosen = { every, months, place: place.kind };
  const inQuarter = placeInQuarter(months);
  const often = months.length === 0 ? 'month' : inQuarter === null ? 'year' : 'quarter';
  return {
    ...chosen,
    often,
    ...(inQuarter !== null && { inQuarter }),
    ...(place.kind === 'day' && { day: place.day }),
    ...(place.kind === 'weekday' && { nth: place.nth, weekday: place.weekday }),
  };
};

const placeOf = ({ place, day, nth, weekday }: DutyDraft): Place => {
  switch (place) {
    case 'day':
      return { kind: 'day', day };
    case 'weekday':
      return { kind: 'weekday', nth, weekday };
    case 'lastWorkday':
      return { kind: 'lastWorkday' };
  }
};

const rhythmIn = (draft: DutyDraft): Rhythm => {
  const inMonths = (months: number[], every = 1): Rhythm => ({ kind: 'months', every, months, place: placeOf(draft) });
  switch (draft.often) {
    case 'workdays':
      return { kind: 'weeks', every: 1, weekdays: [...workdays] };
    case 'week':
      return { kind: 'weeks', every: draft.every, weekdays: draft.weekdays };
    case 'month':
      return inMonths([], draft.every);
    case 'quarter':
      return inMonths(monthsOfQuarter(draft.inQuarter));
    case 'year':
      return inMonths(draft.months);
    case 'other':
      return { kind: 'other', rrule: draft.base?.schedules.at(-1)?.rrule ?? '' };
  }
};

/** Whether the draft leaves open what a day off changes: a working day is never one. */
export const mayShift = ({ often, place }: DutyDraft): boolean =>
  often === 'week' || often === 'other' || (often !== 'workdays' && place !== 'lastWorkday');

/** The schedule that the draft says. The rule stays as it was written when it says the same. */
export const scheduleIn = (draft: DutyDraft): DutyText['schedule'] => {
  const before = draft.base?.schedules.at(-1);
  const rrule = rruleOf(rhythmIn(draft));
  // From another start a rule that leaves things out would say something else.
  const isSame = before !== undefined && rruleOf(rhythmOf({ rrule: before.rrule, start: draft.start })) === rrule;
  // What the form does not ask stays as it was, too. Two dates on one working day are one, so a day off asks nothing.
  const shifts = mayShift(draft) || isSame ? draft.shift : true;
  return {
    rrule: isSame ? before.rrule : rrule,
    start: draft.start,
    dueTime: draft.dueTime === '' ? null : draft.dueTime,
    shift: shifts ? 'previousWorkday' : 'none',
  };
};

export const dutyFields = ['title', 'weekdays', 'months', 'start', 'dueTime', 'never'] as const;
export type DutyField = (typeof dutyFields)[number];

/** Reads the draft by the domain's schema: the text, or what is not right yet. `never`: no such day ever comes. */
export const readDuty = (draft: DutyDraft): { text: DutyText } | { wrong: ReadonlySet<DutyField> } => {
  const wrong = new Set<DutyField>();
  if (draft.often === 'week' && draft.weekdays.length === 0) wrong.add('weekdays');
  if (draft.often === 'year' && draft.months.length === 0) wrong.add('months');
  const isRule = wrong.size === 0;
  const schedule = isRule ? scheduleIn(draft) : { ...scheduleIn(draft), rrule: 'FREQ=DAILY' };
  const parsed = teamCommandInputs.createDuty.shape.text.safeParse({ title: draft.title, schedule });
  if (parsed.success && isRule) return { text: parsed.data };
  for (const { path } of parsed.error?.issues ?? []) {
    const field = dutyFields.find((known) => known === path.at(-1));
    wrong.add(field ?? 'never');
  }
  return { wrong };
};

/** The schedule of a draft as far as it is right, whatever its title; undefined when no dates can be told. */
export const previewed = (draft: DutyDraft): DutyText['schedule'] | undefined => {
  const read = readDuty({ ...draft, title: draft.title.trim() === '' ? '…' : draft.title });
  return 'text' in read ? read.text.schedule : undefined;
};
