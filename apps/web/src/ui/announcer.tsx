import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

const PAUSE_MS = 10_000;

const Announce = createContext<(words: string) => void>(() => undefined);

/** Says what changed to who cannot see it. At most one announcement per ten seconds: what comes in between is said together, once each. */
export function useAnnounce(): (words: string) => void {
  return use(Announce);
}

/** Holds the one polite region of the page. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState('');
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const speak = useCallback(() => {
    timer.current = undefined;
    if (waiting.current.length === 0) return;
    setSpoken([...new Set(waiting.current)].join(' '));
    waiting.current = [];
    timer.current = setTimeout(speak, PAUSE_MS);
  }, []);
  const announce = useCallback(
    (words: string) => {
      waiting.current.push(words);
      if (timer.current === undefined) speak();
    },
    [speak],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <Announce value={announce}>
      {children}
      <div aria-live="polite" role="status">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </div>
    </Announce>
  );
}
