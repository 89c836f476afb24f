import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import { smallestMove } from '@roer/domain/workload/smallest-move';
import type { SmallestMove, SmallestMoveQuestion } from '@roer/domain/workload/smallest-move';

/** `ahead`: it is about the weeks after this one, of which too little is left to move anything in. */
export type MoveFound = SmallestMove & { ahead: boolean };

/**
 * The smallest move. When nothing helps because this week is nearly over, that of the weeks after it: what cannot be mended any more
 * should not hide what can.
 */
export const smallestMoveAhead = (snapshot: TeamSnapshot, question: Omit<SmallestMoveQuestion, 'time'>): MoveFound => {
  const found = smallestMove(snapshot, question);
  if (found.kind !== 'stop') return { ...found, ahead: false };
  const from = addDays(mondayOf(question.today), 7);
  const { until } = found;
  if (found.from >= from || until === null || until <= from) return { ...found, ahead: false };
  const later = smallestMove(snapshot, { ...question, time: { from, until } });
  const helps = later.kind === 'move' || (later.kind === 'stop' && found.stops.length === 0 && later.stops.length > 0);
  return helps ? { ...later, ahead: true } : { ...found, ahead: false };
};
