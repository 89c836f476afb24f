import { useEffect, useState } from 'react';
import type * as Chunk from './recurrence-chunk.ts';

/** Everything that counts recurrence: too heavy to wait for before a page can be used. */
export type Recurrence = typeof Chunk;

let loaded: Recurrence | null = null;
let loading: Promise<Recurrence> | undefined;

/** Starts loading, once; tries again after it failed. */
const loadRecurrence = (): Promise<Recurrence> => {
  loading ??= import('./recurrence-chunk.ts').then(
    (chunk) => {
      loaded = chunk;
      return chunk;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
};

/** What counts recurrence, or null until it is here: it is fetched after the first paint. */
export const useRecurrence = (): Recurrence | null => {
  const [recurrence, setRecurrence] = useState(loaded);
  useEffect(() => {
    if (recurrence) return undefined;
    let isHere = true;
    const load = async (): Promise<void> => {
      try {
        const chunk = await loadRecurrence();
        if (isHere) setRecurrence(chunk);
      } catch {
        // Without it a page shows everything that does not recur; the next page or the next time online asks again.
      }
    };
    const again = (): void => void load();
    again();
    window.addEventListener('online', again);
    return () => {
      isHere = false;
      window.removeEventListener('online', again);
    };
  }, [recurrence]);
  return recurrence;
};
