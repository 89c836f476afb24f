// What privacy is measured against. Written from the definitions alone: nothing here may import what it judges.

export const statements = ['fits', 'overview', 'core', 'help', 'learn'] as const;
export type StatementName = (typeof statements)[number];
export const bands = ['light', 'middle', 'heavy'] as const;
export type BandName = (typeof bands)[number];

/** A release needs this many answers that were not shared. */
export const fewest = 6;

/** The sums S of n answers (whole numbers) for which a band is published: light 2S ≤ 5n, heavy 2S ≥ 7n, else middle. */
export const sumsOf = (band: BandName, n: number): { least: number; most: number } => {
  const light = Math.floor((5 * n) / 2);
  const heavy = Math.ceil((7 * n) / 2);
  if (band === 'light') return { least: n, most: light };
  if (band === 'heavy') return { least: heavy, most: 5 * n };
  return { least: light + 1, most: heavy - 1 };
};

/** The band of answers (1…5, higher is heavier), or null when they are too few. */
export const bandOfAnswers = (answers: readonly number[]): BandName | null => {
  if (answers.length < fewest) return null;
  const sum = answers.reduce((total, value) => total + value, 0);
  return (
    bands.find((band) => {
      const { least, most } = sumsOf(band, answers.length);
      return least <= sum && sum <= most;
    }) ?? null
  );
};

/** With this many answers known, every other one stays anything from 1 to 5. */
export const tolerance = (n: number): number => Math.floor((3 * n) / 8) - 1;
