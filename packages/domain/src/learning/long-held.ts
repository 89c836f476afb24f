import { daysBetween } from '../dates.ts';
import type { LocalDate } from '../dates.ts';

/** Rule L1.6: who held something for so long still can when they stop: thirty days. */
const longEnough = 30;

type Held = { role: string; from: LocalDate; until: LocalDate | null };

/** Whether an assignment is over and lasted long enough for who held it to count on. Who stood in may never have done it. */
export const isLongHeld = ({ role, from, until }: Held): boolean =>
  role === 'holder' && until !== null && daysBetween(from, until) >= longEnough;

/** Those that were held for long, by id, after one assignment became `row`. They stay the same object when nothing changed. */
export const withHeld = <Row extends Held>(
  held: Record<string, Row>,
  id: string,
  row: Row | null,
): Record<string, Row> => {
  if (row && isLongHeld(row)) return { ...held, [id]: row };
  if (!held[id]) return held;
  const { [id]: _carriedAgain, ...others } = held;
  return others;
};
