import { useCallback, useEffect, useState } from 'react';

/** What was done last on Vandaag, in words, and how to take it back. `quiet`: its own row shows how, so no bar says it too. */
export type Done = { words: string; undo: () => void; quiet: boolean };

export type LastDone = {
  words: string | undefined;
  remember: (done: Done) => void;
  undo: () => void;
  forget: () => void;
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select') !== null;

/** One step back, by the bar or with Ctrl Z (Cmd Z) outside of fields. */
export const useLastDone = (): LastDone => {
  const [done, setDone] = useState<Done | null>(null);
  const undo = useCallback(() => {
    done?.undo();
    setDone(null);
  }, [done]);
  useEffect(() => {
    if (!done) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      const wanted = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!wanted || isField(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [done, undo]);
  return {
    words: done?.quiet === false ? done.words : undefined,
    remember: setDone,
    undo,
    forget: useCallback(() => setDone(null), []),
  };
};
