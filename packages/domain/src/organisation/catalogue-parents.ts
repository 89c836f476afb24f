import type { CatalogueRow } from './catalogue-file.ts';

type Existing = ReadonlyMap<string, { parentExternalId: string | null }>;
type Row = Pick<CatalogueRow, 'externalId' | 'parentExternalId'>;

const byFirstId = <R extends Row>(rows: readonly R[]): Map<string, R> => {
  const first = new Map<string, R>();
  for (const row of rows) {
    if (row.externalId !== '' && !first.has(row.externalId)) first.set(row.externalId, row);
  }
  return first;
};

/**
 * The rows that are their own ancestor when the file is laid over the catalogue (rule C11): the members of each
 * circle, not the rows below it. Linear in the number of rows and items.
 */
export const findCircles = <R extends Row>(rows: readonly R[], existing: Existing): Set<R> => {
  const rowOf = byFirstId(rows);
  const parentOf = (id: string): string | null => (rowOf.get(id) ?? existing.get(id))?.parentExternalId ?? null;
  const done = new Set<string>();
  const circular = new Set<R>();
  for (const start of rowOf.keys()) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    let id: string | null = start;
    while (id !== null && !done.has(id) && !onPath.has(id)) {
      onPath.set(id, path.length);
      path.push(id);
      id = parentOf(id);
    }
    const entry = id === null ? undefined : onPath.get(id);
    const members = entry === undefined ? [] : path.slice(entry);
    for (const member of members) {
      const row = rowOf.get(member);
      if (row) circular.add(row);
    }
    for (const seen of path) done.add(seen);
  }
  return circular;
};

/** How often circles are looked for again; a file that was not made for it closes one or two. */
const mostRounds = 50;

/**
 * The right rows that cannot be written when the wrong ones are left out (rule C13): those under a skipped row that the
 * catalogue does not have, and those that make a circle with the parent that a skipped row keeps in the catalogue.
 * The order depends on the input only.
 */
export const skippedWith = <R extends Row>(input: {
  rows: readonly R[];
  existing: Existing;
  isWrong: (row: R) => boolean;
}): { row: R; code: 'parentSkipped' | 'circularParents' }[] => {
  const { rows, existing, isWrong } = input;
  const right = new Set(rows.filter((row) => !isWrong(row)));
  const below = Map.groupBy(rows, (row) => row.parentExternalId);
  const found: { row: R; code: 'parentSkipped' | 'circularParents' }[] = [];
  const queue = rows.filter(isWrong);
  const moves = ({ externalId, parentExternalId }: R): boolean => {
    const item = existing.get(externalId);
    return item !== undefined && item.parentExternalId !== parentExternalId;
  };
  const skip = (row: R, code: 'parentSkipped' | 'circularParents'): void => {
    if (!right.delete(row)) return;
    found.push({ row, code });
    queue.push(row);
  };
  // Skipping a row can close another circle, for its item then keeps its old parent: look again until there is none.
  for (let round = 0; ; round += 1) {
    for (let row = queue.pop(); row; row = queue.pop()) {
      if (existing.has(row.externalId)) continue;
      for (const child of below.get(row.externalId) ?? []) skip(child, 'parentSkipped');
    }
    // Past the most rounds nothing moves any more: where every item keeps its parent there is no circle.
    const circular = round < mostRounds ? [...findCircles([...right], existing)] : [...right].filter(moves);
    if (circular.length === 0) return found;
    for (const row of circular) skip(row, 'circularParents');
  }
};
