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

const hour = 3_600_000;
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' });

/** The moment (epoch milliseconds) at which a clock in Amsterdam shows this day of an epoch (0 is its Monday) and hour. */
export const momentIn = (epoch: number, day: number, hours: number): number => {
  const utc = Date.parse('2026-01-12T00:00:00Z') + (epoch * 14 + day) * 24 * hour + hours * hour;
  const shown = new Date(utc).toISOString().slice(0, 16).replace('T', ' ');
  const moment = [utc - 2 * hour, utc - hour].find((each) => wall.format(each) === shown);
  if (moment === undefined) throw new Error(`No clock shows ${shown}`);
  return moment;
};

/** The Monday on which an epoch begins. */
export const dayOf = (epoch: number): string =>
  new Date(Date.parse('2026-01-12T00:00:00Z') + epoch * 14 * 86_400_000).toISOString().slice(0, 10);
