/** A label that wants to hang on a leader line under the strip. Pixels from the left edge of the strip. */
export type HangingLabel = {
  readonly id: string;
  /** Where the leader line starts: the middle of the column. */
  readonly x: number;
  /** Width of the longest line of text, the gap to the line included. */
  readonly width: number;
  /** Which go first when there is no room for all: lower is more important. */
  readonly priority: number;
  /** The text prefers the left side of its line (last area). */
  readonly preferLeft: boolean;
};

export type PlacedLabel = { readonly id: string; readonly side: 'left' | 'right'; readonly level: number };

type Candidate = HangingLabel & { readonly side: 'left' | 'right'; readonly from: number; readonly to: number };
type Placed = Candidate & { readonly level: number };

const GAP = 10;

function sides(label: HangingLabel, stripWidth: number): Candidate[] {
  const right = { ...label, side: 'right' as const, from: label.x, to: label.x + label.width };
  const left = { ...label, side: 'left' as const, from: label.x - label.width, to: label.x };
  return [left, right].filter((candidate) => candidate.from >= 0 && candidate.to <= stripWidth);
}

function onSide(label: HangingLabel, stripWidth: number): Candidate | undefined {
  const possible = sides(label, stripWidth);
  return possible.find((candidate) => candidate.side === (label.preferLeft ? 'left' : 'right')) ?? possible[0];
}

function turn(label: Candidate, stripWidth: number): Candidate | undefined {
  return sides(label, stripWidth).find((candidate) => candidate.side !== label.side);
}

/** May these two hang together: no text over text, and no leader line through a text that hangs above the line's end. */
function clash(one: Placed, other: Placed): boolean {
  const overlap = one.from < other.to + GAP && other.from < one.to + GAP;
  if (overlap && one.level === other.level) return true;
  const crosses = (line: Placed, text: Placed) =>
    line.x > text.from - GAP && line.x < text.to + GAP && text.level <= line.level;
  return crosses(one, other) || crosses(other, one);
}

function tryAll(candidates: readonly Candidate[], levels: number): Placed[] | { readonly stuck: Candidate } {
  const placed: Placed[] = [];
  // Right-hanging texts are placed from right to left, left-hanging ones from left to right: each next one may hang lower, never higher.
  const order = [
    ...candidates.filter((label) => label.side === 'right').toSorted((one, other) => other.x - one.x),
    ...candidates.filter((label) => label.side === 'left').toSorted((one, other) => one.x - other.x),
  ];
  for (const label of order) {
    const free = Array.from({ length: levels }, (_, level) => ({ ...label, level })).find((attempt) =>
      placed.every((other) => !clash(attempt, other)),
    );
    if (!free) return { stuck: label };
    placed.push(free);
  }
  return placed;
}

/**
 * Hangs labels so that leader lines never cross a text and texts never overlap (visual.md, "Signature": the leftmost hangs lowest).
 * When there is no room for all, the least important near the trouble stay away: the list under the strip is complete anyway.
 */
export function placeLabels(given: {
  readonly labels: readonly HangingLabel[];
  readonly stripWidth: number;
  readonly levels: number;
}): PlacedLabel[] {
  let candidates = given.labels.flatMap((label) => onSide(label, given.stripWidth) ?? []);
  for (;;) {
    const result = tryAll(candidates, given.levels);
    if (Array.isArray(result)) return result.map(({ id, side, level }) => ({ id, side, level }));
    const { stuck } = result;
    const near = candidates.filter((label) => label.from < stuck.to + GAP && stuck.from < label.to + GAP);
    const turned = near.flatMap((label) => turn(label, given.stripWidth) ?? []);
    const solved = turned
      .map((label) =>
        tryAll(
          candidates.with(
            candidates.findIndex(({ id }) => id === label.id),
            label,
          ),
          given.levels,
        ),
      )
      .find((attempt) => Array.isArray(attempt));
    if (solved) return solved.map(({ id, side, level }) => ({ id, side, level }));
    const leaves = near.reduce((worst, label) => (label.priority > worst.priority ? label : worst), stuck);
    candidates = candidates.filter((label) => label.id !== leaves.id);
  }
}
