import { uuidFrom, type Id } from '@roer/domain/ids';

/** Chance that can be repeated: the same seed gives the same draws in the same order. */
export type Random = {
  /** A number from 0 up to 1. */
  readonly fraction: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (percent: number) => boolean;
  /** @throws Error when there is nothing to pick from */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
  /** A UUID of version 7 that carries the moment `at` (epoch milliseconds). */
  readonly id: <Kind extends string>(at: number) => Id<Kind>;
};

/** Mulberry32: small, fast and good enough to invent people with; not for secrets. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const index = between(0, items.length - 1);
    if (index < 0) throw new Error('Nothing to pick from.');
    // The index lies within the items; `undefined` may be one of them.
    return items[index] as Item;
  };
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, place: fraction() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  const id = <Kind extends string>(at: number): Id<Kind> =>
    uuidFrom<Kind>(
      at,
      Uint8Array.from({ length: 10 }, () => between(0, 255)),
    );
  return { fraction, between, chance: (percent) => fraction() * 100 < percent, pick, shuffled, id };
};
