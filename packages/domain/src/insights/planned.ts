import { addDays, holdsOn } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { holidaysOf, weekdayOf } from '../holidays.ts';
import { bandOf } from '../workload/load-band.ts';
import type { Band } from './band.ts';
import { loadBlocks } from './results.ts';

/** A team's plan as it leaves the team: no names, no titles, and no absence (rule P13). Minutes; shares and seasons in percent. */
export type TeamPlan = {
  held: readonly { sharePercent: number; minutesAWeek: number; season: readonly number[] }[];
  members: readonly { from: LocalDate; until: LocalDate | null; minutesByWeekday: readonly number[] }[];
  /** Work with a deadline that is still to be done. */
  deadlines: readonly { due: LocalDate; likelyMinutes: number }[];
  /** On which the municipality is closed, beside public holidays. */
  ownHolidays: readonly LocalDate[];
};

const weeksInBlock = 4;
/** A share times a season, both in percent. */
const whole = 10_000;

/**
 * The bands of a team's planned work from a Monday on, a block of four weeks each: what is planned against the hours of the contracts
 * less public holidays (rule P13). Null for a block in which there are no hours. Work with a deadline is in the block in which it is due.
 */
export const derivePlannedBands = (plan: TeamPlan, monday: LocalDate): (Band | null)[] =>
  Array.from({ length: loadBlocks }, (_, block) => {
    const start = addDays(monday, 7 * weeksInBlock * block);
    const end = addDays(start, 7 * weeksInBlock);
    const due = plan.deadlines.filter((work) => work.due < end && (block === 0 || work.due >= start));
    const deadlines = due.reduce((sum, { likelyMinutes }) => sum + likelyMinutes * whole, 0);
    const weeks = Array.from({ length: weeksInBlock }, (_each, week) => addDays(start, 7 * week));
    const planned = weeks.reduce((sum, week) => sum + plannedIn(plan, week), deadlines);
    const available = weeks.reduce((sum, week) => sum + contractIn(plan, week), 0);
    return available > 0 ? bandOf(planned, available * whole) : null;
  });

const plannedIn = ({ held }: TeamPlan, monday: LocalDate): number => {
  const month = Number(addDays(monday, 3).slice(5, 7)) - 1;
  return held.reduce(
    (sum, { sharePercent, minutesAWeek, season }) => sum + sharePercent * minutesAWeek * (season[month] ?? 100),
    0,
  );
};

const contractIn = ({ members, ownHolidays }: TeamPlan, monday: LocalDate): number => {
  let minutes = 0;
  for (let day = monday; day < addDays(monday, 7); day = addDays(day, 1)) {
    if (holidaysOf(Number(day.slice(0, 4))).has(day) || ownHolidays.includes(day)) continue;
    for (const member of members) if (holdsOn(member, day)) minutes += member.minutesByWeekday[weekdayOf(day)] ?? 0;
  }
  return minutes;
};
