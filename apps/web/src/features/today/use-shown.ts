import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useLookedAt } from '../../live/use-looked-at.ts';

/** Half of it, or half a window full of it: the edge of it is not yet seeing it. */
const isMostlyThere = ({ intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry): boolean =>
  intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2;

/** Whether something is on the screen, of a window that is looked at. */
const useIsOnScreen = (element: RefObject<HTMLElement | null>): boolean => {
  const [isInView, setInView] = useState(false);
  const isLookedAt = useLookedAt();
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) setInView(isMostlyThere(entry));
      },
      { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1] },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isInView && isLookedAt;
};

const longEnough = 2000;

/** Calls `onShown` when something was on the screen for two seconds, and again for every other `what`. */
export const useShown = (
  element: RefObject<HTMLElement | null>,
  { what, onShown }: { what: string | null; onShown: () => void },
): void => {
  const isOnScreen = useIsOnScreen(element);
  useEffect(() => {
    if (!isOnScreen || what === null) return undefined;
    const timer = setTimeout(onShown, longEnough);
    return () => clearTimeout(timer);
    // A new function at every rendering is not another thing to see.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isOnScreen, what]);
};
