import { useSyncExternalStore } from 'react';

const follow = (changed: () => void): (() => void) => {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
};

/** Whether this window is in sight, and not behind another one or in another tab. */
export const useLookedAt = (): boolean => useSyncExternalStore(follow, () => document.visibilityState === 'visible');
