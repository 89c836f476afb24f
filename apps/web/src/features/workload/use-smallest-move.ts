import { useEffect, useMemo, useState } from 'react';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { Scenario } from '@roer/domain/workload/scenario';
import type { MoveFound } from './smallest-move-ahead.ts';
import type { MoveQuestion, Refused } from './smallest-move-question.ts';

export type MoveSearch =
  | { state: 'busy' }
  | { state: 'done'; found: MoveFound }
  | { state: 'failed'; again: () => void };

type Asked = {
  today: LocalDate;
  scenario: Scenario;
  refused: readonly Refused[];
  /** Whether there is nothing to look for. */
  fits: boolean;
};

/** Milliseconds that a team has to stay as it is before it is searched: who types or ticks on asks nothing in between. */
const calm = 150;

/** The smallest move with which everything fits, looked for beside the page; the latest question counts. */
export const useSmallestMove = (snapshot: TeamSnapshot, asked: Asked): MoveSearch => {
  const { today, scenario, refused, fits } = asked;
  const [answer, setAnswer] = useState<{ to: object; found: MoveFound | null }>();
  const [tries, setTries] = useState(0);
  // Another try is another question, whose answer is another one.
  const question = useMemo(
    (): MoveQuestion & { tries: number } => ({ snapshot, today, scenario, refused, tries }),
    [snapshot, today, scenario, refused, tries],
  );
  useEffect(() => {
    if (fits) return undefined;
    let worker: Worker | undefined;
    const give = (found: MoveFound | null): void => setAnswer({ to: question, found });
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./smallest-move-worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<MoveFound>) => give(data));
      worker.addEventListener('error', () => give(null));
      // A worker is of this page: it has no other origin to be told.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(question);
    }, calm);
    return () => {
      clearTimeout(timer);
      // An answer to a question of before is of no use to anybody.
      worker?.terminate();
    };
  }, [question, fits]);
  if (fits) return { state: 'done', found: { kind: 'fits', ahead: false } };
  if (answer?.to !== question) return { state: 'busy' };
  if (answer.found === null) return { state: 'failed', again: () => setTries(tries + 1) };
  return { state: 'done', found: answer.found };
};
