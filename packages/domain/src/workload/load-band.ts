/** How full a week is: `light` below 80 % of the time that somebody has, `heavy` from 95 % (rule W1.7). */
export type LoadBand = 'light' | 'middle' | 'heavy';

/** The band of `minutes` of work in `available` minutes. Work without any time for it is heavy. */
export const bandOf = (minutes: number, available: number): LoadBand => {
  if (minutes === 0 || 100 * minutes < 80 * available) return 'light';
  return 100 * minutes >= 95 * available ? 'heavy' : 'middle';
};
