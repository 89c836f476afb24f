import { createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';
import type { Card, Grade } from 'ts-fsrs';
import { dateAt } from '../dates.ts';
import type { LocalDate } from '../dates.ts';

/** How well somebody still knew what they wrote, in their own words; never counted, never told to anybody. */
export const recalls = ['lost', 'vaguely', 'known'] as const;
export type Recall = (typeof recalls)[number];

/** When a reflection comes back, and what spacing needs to know for that. */
export type ReviewMemory = { due: LocalDate; lastOn: LocalDate; stability: number; difficulty: number; times: number };

const gradeOf: Readonly<Record<Recall, Grade>> = {
  lost: Rating.Again,
  vaguely: Rating.Hard,
  known: Rating.Good,
};

// Whole days, and the same for everybody: no fuzz, no steps of minutes. A day may come on top of the longest.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 364 });
const noon = (date: LocalDate): Date => new Date(`${date}T12:00:00Z`);

const memoryOf = (card: Card, today: LocalDate): ReviewMemory => ({
  due: dateAt(card.due.getTime()),
  lastOn: today,
  stability: card.stability,
  difficulty: card.difficulty,
  times: card.reps,
});

/** The memory of a reflection that was written today: it comes back within a few days (rule L2.10). */
export const startReview = (today: LocalDate): ReviewMemory =>
  memoryOf(scheduler.next(createEmptyCard(noon(today)), noon(today), Rating.Good).card, today);

/** When it comes back after looking at it today: later when it was known, soon when it was lost (rule L2.10). */
export const reviewed = (
  memory: ReviewMemory,
  { recall, today }: { recall: Recall; today: LocalDate },
): ReviewMemory => {
  const card: Card = {
    ...createEmptyCard(noon(memory.lastOn)),
    due: noon(memory.due),
    last_review: noon(memory.lastOn),
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.times,
    state: State.Review,
  };
  return memoryOf(scheduler.next(card, noon(today), gradeOf[recall]).card, today);
};

export const isDue = ({ due }: Pick<ReviewMemory, 'due'>, today: LocalDate): boolean => due <= today;
