import type { Weight } from './move-balance.ts';
import type { MoveOption } from './move-option.ts';

/**
 * What can relieve one person: options, the cheapest first, and by item the most that one percent of it takes away from them in each
 * window, whoever receives it.
 */
type Relief = { options: number[]; items: { item: number; windows: number[]; parts: number[] }[] };

/**
 * `several`: people whom one item relieves at once, because who holds it is away and others stand in. `touching`: by item, whom it
 * relieves.
 */
export type Reliefs = { byPerson: Relief[]; several: number[][]; touching: number[][] };

type Prepared = { weights: readonly Weight[]; costs: readonly number[]; people: number };

export const reliefsOf = (options: readonly MoveOption[], { weights, costs, people }: Prepared): Reliefs => {
  const relieving = Array.from({ length: people }, () => new Set<number>());
  const most = Array.from({ length: people }, () => new Map<number, Map<number, number>>());
  const touching: Set<number>[] = [];
  for (const [option, { people: touched, windows, parts }] of weights.entries()) {
    const item = options[option]?.item ?? 0;
    const relieved = (touching[item] ??= new Set());
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index] ?? 0;
      const person = touched[index] ?? 0;
      if (part >= 0) continue;
      relieved.add(person);
      relieving[person]?.add(option);
      const byWindow = most[person]?.get(item) ?? new Map<number, number>();
      most[person]?.set(item, byWindow);
      const window = windows[index] ?? 0;
      byWindow.set(window, Math.max(byWindow.get(window) ?? 0, -part));
    }
  }
  return {
    byPerson: most.map((items, person) => ({
      options: [...(relieving[person] ?? [])].toSorted(
        (one, other) => (costs[one] ?? 0) - (costs[other] ?? 0) || one - other,
      ),
      items: [...items].map(([item, byWindow]) => ({
        item,
        windows: [...byWindow.keys()],
        parts: [...byWindow.values()],
      })),
    })),
    several: touching.filter(({ size }) => size > 1).map((relieved) => [...relieved]),
    touching: Array.from(touching, (relieved) => [...(relieved ?? [])]),
  };
};
