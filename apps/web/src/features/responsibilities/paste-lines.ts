import { limits } from '@roer/domain/responsibilities/schema';
import { parseHours } from '../../ui/hours-text.ts';

/** One line of a pasted list: a title, and behind tabs or semicolons what it is for and how many hours a week it takes. */
export type PastedLine = {
  /** Counted from one, as people count. */
  line: number;
  title: string;
  purpose: string;
  minutesAWeek: number;
  problem: 'titleTooLong' | 'purposeTooLong' | 'hoursUnreadable' | 'alreadyThere' | 'twice' | null;
};

/** What is in front of a title in a pasted list: a bullet, or a number with a dot. */
const bullet = /^(?:[-*•–·]|\d{1,3}[.)])\s+/;
/** An hour of work a week until somebody says better. */
const minutesUnknown = 60;

/**
 * Reads a pasted list, line by line; empty lines do not count. `known` are the titles the team already has.
 * The last part of a line is its hours when it reads as hours: "Titel; waarvoor; 6,5", "Titel; 6".
 */
export const readPastedLines = (text: string, known: readonly string[]): PastedLine[] => {
  const seen = new Set<string>();
  const there = new Set(known.map((title) => title.trim().toLowerCase()));
  return text.split(/\r\n?|\n/).flatMap((whole, index) => {
    const parts = whole.split(/[\t;]/).map((part) => part.trim());
    const title = (parts[0] ?? '').replace(bullet, '').trim();
    if (title === '') return [];
    const { purpose, hours } = purposeAndHours(parts.slice(1));
    const minutes = hours === undefined ? minutesUnknown : parseHours(hours);
    const name = title.toLowerCase();
    const problem = problemOf({ title, purpose, minutes, isThere: there.has(name), isTwice: seen.has(name) });
    seen.add(name);
    return [{ line: index + 1, title, purpose, minutesAWeek: minutes ?? minutesUnknown, problem }];
  });
};

const purposeAndHours = (parts: readonly string[]): { purpose: string; hours: string | undefined } => {
  const filled = parts.filter((part) => part !== '');
  const last = filled.at(-1);
  // Two parts are purpose and hours, as announced; of one part only its look can tell.
  if (last !== undefined && (filled.length > 1 || parseHours(last) !== undefined))
    return { purpose: filled.slice(0, -1).join('; '), hours: last };
  return { purpose: filled.join('; '), hours: undefined };
};

const problemOf = (given: {
  title: string;
  purpose: string;
  minutes: number | undefined;
  isThere: boolean;
  isTwice: boolean;
}): PastedLine['problem'] => {
  if (given.title.length > limits.title) return 'titleTooLong';
  if (given.purpose.length > limits.purpose) return 'purposeTooLong';
  if (given.minutes === undefined || given.minutes > limits.minutesAWeek) return 'hoursUnreadable';
  if (given.isThere) return 'alreadyThere';
  return given.isTwice ? 'twice' : null;
};
