import { useState } from 'react';
import type { FocusEvent } from 'react';

/**
 * Holds what a list shows in place while the pointer or the focus is in it, so that no row moves under it (visual.md,
 * "Live changes"). Takes the latest when both left, or when `key` changes because the reader did or asked for something.
 */
export const useSteady = <Value>(latest: Value, key: string) => {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [held, setHeld] = useState({ value: latest, key, awaits: false });
  const isNewKey = held.key !== key;
  const isHeld = (pointed || focused) && !isNewKey && !held.awaits;
  // Derived state: set while rendering, so that the list never shows an older one for a moment. What the reader did may
  // show up a moment after they did it: then it is awaited, wherever the pointer and the focus are.
  if (!isHeld && (held.value !== latest || isNewKey))
    setHeld({ value: latest, key, awaits: isNewKey && held.value === latest });
  return {
    value: isHeld ? held.value : latest,
    hold: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        const next = event.relatedTarget;
        if (!(next instanceof Node && event.currentTarget.contains(next))) setFocused(false);
      },
    },
  };
};
