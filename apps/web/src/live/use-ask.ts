import { useCallback, useRef, useState } from 'react';
import { failureOf } from './api.ts';
import type { Failure } from './api.ts';
import { askAgain } from './ask-again.ts';

const TRIES = 4;

export type Asked<Answer> = { ok: true; answer: Answer } | { ok: false; failure: Failure };

/**
 * One thing at a time for a form or a button: whether it runs, why it did not work, and how to ask. `again` asks up to
 * four times while the server cannot be reached; give it only what may be done twice.
 */
export const useAsk = (): {
  busy: boolean;
  failure: Failure | undefined;
  ask: <Answer>(work: () => Promise<Answer>, options?: { again: boolean }) => Promise<Asked<Answer>>;
  forget: () => void;
} => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const running = useRef(false);
  const ask = useCallback(
    async <Answer>(work: () => Promise<Answer>, { again } = { again: false }): Promise<Asked<Answer>> => {
      // A second press while the first is under way does nothing.
      if (running.current) return { ok: false, failure: { code: 'unreachable', detail: {} } };
      running.current = true;
      setBusy(true);
      setFailure(undefined);
      try {
        return { ok: true, answer: await (again ? askAgain(work, TRIES) : work()) };
      } catch (error) {
        const failed = failureOf(error);
        setFailure(failed);
        return { ok: false, failure: failed };
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [],
  );
  const forget = useCallback(() => setFailure(undefined), []);
  return { busy, failure, ask, forget };
};
