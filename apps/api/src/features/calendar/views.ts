import type { CalendarTeam } from '@roer/db/calendar-feed';
import type { MyDate } from '@roer/domain/responsibilities/my-dates';
import type { CalendarEvent } from './ical.ts';

export type CalendarLanguage = 'nl' | 'en';

const words = {
  nl: { name: 'Roer: mijn taken', standsIn: 'achtervang', open: 'Open in Roer' },
  en: { name: 'Roer: my duties', standsIn: 'standing in', open: 'Open in Roer' },
} as const;

export const calendarName = (language: CalendarLanguage): string => words[language].name;

/**
 * What a calendar program, and whoever looks into it, learns of one date (rule K3): the duty, what it belongs to and the
 * team. Nobody's name, no notes and no reasons.
 */
export const eventView = ({
  date: { occurrence, responsibility, as },
  team,
  language,
  baseUrl,
}: {
  date: MyDate;
  team: CalendarTeam;
  language: CalendarLanguage;
  baseUrl: string;
}): CalendarEvent => {
  const { duty, recurrenceDate, on, dueTime, state } = occurrence;
  const done = state === 'done' ? '✓ ' : '';
  const standsIn = as === 'standsIn' ? ` (${words[language].standsIn})` : '';
  return {
    // Of the date that the rule gave: a date that moves stays the same one.
    uid: `${duty.id}-${recurrenceDate}@roer`,
    title: `${done}${duty.title}${standsIn}`,
    description: `${responsibility.title} · ${team.name}\n${words[language].open}: ${baseUrl}/team/${team.id}?r=${responsibility.id}`,
    on,
    time: dueTime,
    sequence: team.seq,
    changedAt: team.changedAt,
  };
};
