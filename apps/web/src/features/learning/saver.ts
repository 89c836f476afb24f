import { failureOf } from '../../live/api.ts';
import type { Failure } from '../../live/api.ts';
import { askAgain } from '../../live/ask-again.ts';

/** Milliseconds after the last key: long enough for a word, short enough to believe that it is kept. */
const PAUSE = 700;
const TRIES = 4;
/** Milliseconds until it is tried once more when the server could not be reached. */
const LATER = 15_000;

export type SavedState = { is: 'idle' | 'saving' | 'saved' } | { is: 'failed'; failure: Failure };

export type Saver<Parts extends object> = {
  /** Saves these parts a moment later, or `now`. */
  write: (parts: Partial<Parts>, options?: { now: boolean }) => void;
  /** Saves what is still waiting; false when that did not work. */
  flush: () => Promise<boolean>;
};

/**
 * Saves part by part, one request at a time; the last word about a part counts. `keep` is told what is not saved yet, each time
 * that changes. `send` may be asked twice for the same.
 */
export const openSaver = <Parts extends object>({
  send,
  keep,
  tell,
}: {
  send: (parts: Partial<Parts>) => Promise<unknown>;
  keep: (unsaved: Partial<Parts>) => void;
  tell: (state: SavedState) => void;
}): Saver<Parts> => {
  let unsaved: Partial<Parts> = {};
  let running: Promise<boolean> = Promise.resolve(true);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const saveAll = async (): Promise<boolean> => {
    while (!isEmpty(unsaved)) {
      const batch = unsaved;
      tell({ is: 'saving' });
      try {
        await askAgain(() => send(batch), TRIES);
      } catch (error) {
        const failure = failureOf(error);
        tell({ is: 'failed', failure });
        if (failure.code === 'unreachable') timer = setTimeout(() => void flush(), LATER);
        return false;
      }
      // What was written again meanwhile still waits.
      unsaved = without(unsaved, batch);
      keep(unsaved);
      if (isEmpty(unsaved)) tell({ is: 'saved' });
    }
    return true;
  };
  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    running = running.then(saveAll);
    return running;
  };
  return {
    flush,
    write: (parts, { now } = { now: false }) => {
      unsaved = { ...unsaved, ...parts };
      keep(unsaved);
      // From the first key on: who reads that it is saved may leave.
      tell({ is: 'saving' });
      clearTimeout(timer);
      if (now) void flush();
      else timer = setTimeout(() => void flush(), PAUSE);
    },
  };
};

export const isEmpty = (parts: object): boolean => Object.keys(parts).length === 0;

const without = <Parts extends object>(parts: Partial<Parts>, saved: Partial<Parts>): Partial<Parts> =>
  // A selection of its own entries.
  Object.fromEntries(
    Object.entries(parts).filter(([name, value]) => Reflect.get(saved, name) !== value),
  ) as Partial<Parts>;
