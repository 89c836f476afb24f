import { useState } from 'react';
import { recall, remember } from '../live/device-memory.ts';

const KEY = 'roer.theme';
const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

export const isTheme = (text: string): text is Theme => THEMES.some((theme) => theme === text);

/** The theme of this device; `system` follows the device and stores nothing. first-paint.js applies it before React runs. */
export function useTheme(): { readonly theme: Theme; readonly choose: (theme: Theme) => void } {
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = recall(KEY);
    return kept !== undefined && isTheme(kept) ? kept : 'system';
  });
  const choose = (next: Theme) => {
    setTheme(next);
    remember(KEY, next === 'system' ? undefined : next);
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
  };
  return { theme, choose };
}
