import { createContext, use, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { announcementQueue } from './announcement-queue.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

const Announce = createContext<(words: string) => void>(() => undefined);

/** Says what changed to who cannot see it: politely, at most once per ten seconds. */
export function useAnnounce(): (words: string) => void {
  return use(Announce);
}

/** Holds the one polite region of the page. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState('');
  const [queue] = useState(() => announcementQueue(setSpoken));
  useEffect(() => queue.stop, [queue]);
  return (
    <Announce value={queue.announce}>
      {children}
      <div aria-live="polite" role="status">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </div>
    </Announce>
  );
}
