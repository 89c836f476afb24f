import { useEffect, useState } from 'react';
import { patiently } from '../../live/patiently.ts';
import type * as Chunk from './recurrence-chunk.ts';

/** Everything that counts recurrence: too heavy to wait for before a page can be used. */
export type Recurrence = typeof Chunk;

let loaded: Recurrence | null = null;
let loading: Promise<Recurrence> | undefined;

const loadRecurrence = (): Promise<Recurrence> =>
  (loading ??= patiently(async () => (loaded = await import('./recurrence-chunk.ts'))));

/** What counts recurrence, or null until it is here: it is fetched after the first paint. */
export const useRecurrence = (): Recurrence | null => {
  const [recurrence, setRecurrence] = useState(loaded);
  useEffect(() => {
    if (recurrence) return undefined;
    let isHere = true;
    const load = async (): Promise<void> => {
      const chunk = await loadRecurrence();
      if (isHere) setRecurrence(chunk);
    };
    // Without it a page shows everything that does not recur.
    load().catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [recurrence]);
  return recurrence;
};
