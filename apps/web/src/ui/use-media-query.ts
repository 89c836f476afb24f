import { useSyncExternalStore } from 'react';

/** The width below which the layout is a phone's; equal to the media queries in the style sheets. */
export const PHONE = '(max-width: 760px)';

/** The width below which a list and a panel do not fit beside each other. */
export const NARROW = '(max-width: 1000px)';

/** Whether the media query holds now; follows changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => matchMedia(query).matches,
  );
}
