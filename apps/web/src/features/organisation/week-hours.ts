import { useState } from 'react';
import { formatHours, parseHours } from '../../ui/hours-text.ts';

export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** An ordinary full week: eight hours, Monday to Thursday, and four on Friday. */
export const usualWeek: readonly number[] = [480, 480, 480, 480, 240, 0, 0];

export const totalMinutes = (minutesByWeekday: readonly number[]): number =>
  minutesByWeekday.reduce((sum, minutes) => sum + minutes, 0);

/** The hours of a week as they are typed. `minutes` has seven items, Monday first, or is undefined while one is unreadable. */
export type WeekHours = {
  texts: readonly string[];
  type: (weekday: number, text: string) => void;
  isWrong: (weekday: number) => boolean;
  minutes: number[] | undefined;
};

const minutesOf = (text: string): number | undefined => {
  const minutes = text.trim() === '' ? 0 : parseHours(text);
  return minutes !== undefined && minutes <= 1440 ? minutes : undefined;
};

export const useWeekHours = (initial: readonly number[], language: string): WeekHours => {
  const [texts, setTexts] = useState(() =>
    weekdays.map((weekday) => {
      const minutes = initial[weekday] ?? 0;
      return minutes === 0 ? '' : formatHours(minutes, language);
    }),
  );
  const read = texts.map(minutesOf);
  return {
    texts,
    type: (weekday, text) => setTexts((before) => before.map((old, index) => (index === weekday ? text : old))),
    isWrong: (weekday) => read[weekday] === undefined,
    minutes: read.every((minutes) => minutes !== undefined) ? read : undefined,
  };
};
