import { useEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';

/** A button that disappears because it was pressed takes the focus with it: then it goes to the frame, not to the page's start. */
export const useKeptFocus = (frame: RefObject<HTMLElement | null>) => {
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) frame.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      inside.current = true;
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (event.relatedTarget !== null) inside.current = event.currentTarget.contains(event.relatedTarget);
    },
  };
};
