import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '@roer/web/ui/place-labels.ts';
import type { HangingLabel, PlacedLabel } from '@roer/web/ui/place-labels.ts';

const label = (id: string, x: number, rest: Partial<HangingLabel> = {}): HangingLabel => ({
  id,
  x,
  width: 150,
  priority: 1,
  preferLeft: false,
  ...rest,
});

/** Where a placed text lies, in pixels; lines run from the strip (level -1) down to the text. */
function texts(labels: readonly HangingLabel[], placed: readonly PlacedLabel[]) {
  return placed.flatMap(({ id, side, level }) => {
    const found = labels.find((one) => one.id === id);
    if (!found) return [];
    const from = side === 'right' ? found.x : found.x - found.width;
    return [{ id, x: found.x, from, to: from + found.width, level }];
  });
}

describe('labels under the coverage strip', () => {
  it('UI3 within reach of each other the leftmost hangs lowest', () => {
    const placed = placeLabels({ labels: [label('a', 10), label('b', 90)], stripWidth: 1000, levels: 3 });
    expect(placed.find(({ id }) => id === 'a')?.level).toBe(1);
    expect(placed.find(({ id }) => id === 'b')?.level).toBe(0);
  });

  it('UI3 the last area hangs to the left, and a label turns when its side has no room', () => {
    const labels = [label('last', 700, { preferLeft: true }), label('edge', 950)];
    const placed = placeLabels({ labels, stripWidth: 1000, levels: 3 });
    expect(placed.map(({ side }) => side)).toEqual(['left', 'left']);
  });

  it('UI3 what is less urgent stays away when there is no room', () => {
    const labels = [label('fragile', 500, { priority: 2 }), label('gap', 505, { priority: 0 })];
    expect(placeLabels({ labels, stripWidth: 660, levels: 1 }).map(({ id }) => id)).toContain('gap');
    const crowd = Array.from({ length: 12 }, (_, index) => label(`f${index}`, 300 + index * 5, { priority: 2 }));
    const placed = placeLabels({ labels: [...crowd, label('gap', 330, { priority: 0 })], stripWidth: 800, levels: 2 });
    expect(placed.map(({ id }) => id)).toContain('gap');
    expect(placed.length).toBeLessThan(13);
  });

  it('UI3 no text over a text and no line through a text, for any strip', () => {
    const anyLabels = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 1200 }),
        width: fc.integer({ min: 40, max: 230 }),
        priority: fc.nat(3),
        preferLeft: fc.boolean(),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(anyLabels, (drawn) => {
        const labels = drawn.map((one, index) => ({ ...one, id: `${index}` }));
        const lying = texts(labels, placeLabels({ labels, stripWidth: 1200, levels: 3 }));
        for (const one of lying) {
          expect(one.from).toBeGreaterThanOrEqual(0);
          expect(one.to).toBeLessThanOrEqual(1200);
          for (const other of lying) {
            if (one.id === other.id) continue;
            expect(one.level === other.level && one.from < other.to && other.from < one.to).toBe(false);
            expect(one.x > other.from && one.x < other.to && other.level <= one.level).toBe(false);
          }
        }
      }),
    );
  });
});
