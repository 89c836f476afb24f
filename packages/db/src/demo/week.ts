import type { Random } from './random.ts';

const workdays = [0, 1, 2, 3, 4];

/** Contract minutes by weekday, Monday first: days of eight hours (nine for a week of 36), and what remains on one more. */
export const inventWeek = (
  random: Random,
  { hours, days = workdays }: { hours: number; days?: readonly number[] },
): number[] => {
  const longest = hours > days.length * 8 || hours === 36 ? 9 : 8;
  const week = [0, 0, 0, 0, 0, 0, 0];
  let left = hours;
  for (const day of random.shuffled(days)) {
    const today = Math.min(left, longest);
    week[day] = today * 60;
    left -= today;
  }
  return week;
};

/** Hours from Monday on as minutes of a whole week. */
export const weekOf = (hours: readonly number[]): number[] =>
  Array.from({ length: 7 }, (_, day) => (hours[day] ?? 0) * 60);

export const minutesOf = (week: readonly number[]): number => week.reduce((sum, minutes) => sum + minutes, 0);
