/** Chance that a seed repeats. Not for secrets. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number of least…most. */
  whole: (least: number, most: number) => number;
  chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  pick: <Item>(items: readonly Item[]) => Item;
  shuffled: <Item>(items: readonly Item[]) => Item[];
  bytes: (count: number) => Buffer;
};

/** Mulberry32: small, fast and the same everywhere. */
export const seededRandom = (seed: number): Random => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new Error('There is nothing to pick from');
      return item;
    },
    shuffled: (items) => {
      const left = [...items];
      return items.flatMap(() => left.splice(whole(0, left.length - 1), 1));
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => whole(0, 255))),
  };
};
