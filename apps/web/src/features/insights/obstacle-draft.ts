import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { answerDays, obstacleLimits } from '@roer/domain/insights/obstacles';

/** What is typed in the form; `to` is a person's id, empty when nobody was chosen. */
export type ObstacleDraft = { title: string; body: string; to: string; dueOn: string };

export const startObstacle = (today: LocalDate): ObstacleDraft => ({
  title: '',
  body: '',
  to: '',
  dueOn: addDays(today, answerDays.proposed),
});

/** The first and last day on which an answer may be asked (rule W6.2). */
export const answerSpan = (today: LocalDate): { from: LocalDate; until: LocalDate } => ({
  from: addDays(today, answerDays.least),
  until: addDays(today, answerDays.most),
});

/** The fields that are not right yet. `known`: the ids of whom the team may ask. */
export const wrongOf = (
  { title, body, to, dueOn }: ObstacleDraft,
  { today, known }: { today: LocalDate; known: readonly string[] },
): ReadonlySet<keyof ObstacleDraft> => {
  const { from, until } = answerSpan(today);
  const wrong: [keyof ObstacleDraft, boolean][] = [
    ['title', !fits(title, obstacleLimits.title)],
    ['body', !fits(body, obstacleLimits.body)],
    ['to', !known.includes(to)],
    ['dueOn', dueOn < from || dueOn > until],
  ];
  return new Set(wrong.flatMap(([field, isWrong]) => (isWrong ? [field] : [])));
};

/** Whether there is something, and not too much. */
export const fits = (text: string, most: number): boolean => text.trim() !== '' && text.trim().length <= most;
