import { useEffect, useEffectEvent } from 'react';
import { now } from './clock.ts';

/** Milliseconds. A longer wait is cut in pieces: a device that slept, or whose clock was set, notices within one. */
const longest = 15_000;
const shortest = 1000;
const slowest = 60_000;

/**
 * Calls `act` when it is `at` (epoch milliseconds) by the clock of this device, and again, ever less often, while `at` stays
 * the same: the server's clock may be behind, and its answer counts. Null: nothing to wait for.
 */
export const useMoment = (at: number | null, act: () => void): void => {
  const onMoment = useEffectEvent(act);
  useEffect(() => {
    if (at === null) return undefined;
    let pause = 2 * shortest;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (milliseconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(look, Math.max(shortest, Math.min(milliseconds, longest)));
    };
    const look = (): void => {
      const left = at - now();
      if (left > 0) return wait(left);
      onMoment();
      clearTimeout(timer);
      timer = setTimeout(look, pause);
      pause = Math.min(2 * pause, slowest);
    };
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') wait(at - now());
    };
    wait(at - now());
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [at]);
};
