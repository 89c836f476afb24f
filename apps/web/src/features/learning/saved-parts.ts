import { useCallback, useEffect, useState } from 'react';
import { forgetDraft, keepDraft, recallDraft } from '../../live/kept-drafts.ts';
import { isEmpty, openSaver } from './saver.ts';
import type { SavedState, Saver } from './saver.ts';

type SavedParts<Parts extends object> = Saver<Parts> & {
  /** What was written here, saved or not yet: shown instead of what the server has. */
  typed: Partial<Parts>;
  state: SavedState;
};

/**
 * Saves as somebody writes. What is not saved yet is kept on this device under `key`, so that it is there, and saved, after a
 * reload. Only one form on a page uses a key; `send` is the one of its first moment.
 */
export const useSavedParts = <Parts extends object>(
  key: string,
  send: (parts: Partial<Parts>) => Promise<unknown>,
): SavedParts<Parts> => {
  const [typed, setTyped] = useState<Partial<Parts>>({});
  const [state, setState] = useState<SavedState>({ is: 'idle' });
  const [saver] = useState(() =>
    openSaver<Parts>({
      send,
      keep: (unsaved) => (isEmpty(unsaved) ? forgetDraft(key) : keepDraft(key, unsaved)),
      tell: setState,
    }),
  );
  const write = useCallback<Saver<Parts>['write']>(
    (parts, options) => {
      setTyped((before) => ({ ...before, ...parts }));
      saver.write(parts, options);
    },
    [saver],
  );
  useEffect(() => {
    const wait = { isOver: false };
    const recall = async (): Promise<void> => {
      const kept = await recallDraft(key);
      if (wait.isOver || typeof kept !== 'object' || kept === null) return;
      // Only this hook writes under a key.
      write(kept as Partial<Parts>);
    };
    void recall();
    return () => {
      wait.isOver = true;
      // Whoever leaves the page does not wait for the pause.
      void saver.flush();
    };
  }, [key, saver, write]);
  return { typed, write, state, flush: saver.flush };
};
