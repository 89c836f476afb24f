/** What half of the rounds stayed under, and what nineteen in twenty did; milliseconds, rounded to hundredths. */
export type Percentiles = { p50: number; p95: number };

export const percentiles = (milliseconds: readonly number[]): Percentiles => {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (part: number): number =>
    hundredths(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
};

export const hundredths = (value: number): number => Math.round(value * 100) / 100;
