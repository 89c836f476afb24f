import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { StripArea } from './coverage-strip.tsx';
import { placeLabels } from './place-labels.ts';
import type { PlacedLabel } from './place-labels.ts';
import { shortTitle } from './strip-column.tsx';

const PRIORITY = { gap: 0, unclear: 1, fragile: 2, covered: 3, asleep: 4 } as const;
const LEVELS = 3;
// Average advance of the label's letter (14 px, weight 550 and 400), a little wide on purpose.
const TITLE_LETTER = 7.6;
const NOTE_LETTER = 7;

/** Measures the columns after layout and on every change of width, and says which labels hang where. Depth is the number of levels used. */
export function useHangingLabels(
  strip: RefObject<HTMLElement | null>,
  areas: readonly StripArea[],
): { readonly placed: ReadonlyMap<string, PlacedLabel>; readonly depth: number } {
  const [placed, setPlaced] = useState<readonly PlacedLabel[]>([]);

  useLayoutEffect(() => {
    const element = strip.current;
    if (!element) return undefined;
    const measure = () => setPlaced((before) => keepIfSame(before, labelsOf(element, areas)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    element.addEventListener('transitionend', measure);
    return () => {
      observer.disconnect();
      element.removeEventListener('transitionend', measure);
    };
  }, [strip, areas]);

  return {
    placed: new Map(placed.map((label) => [label.id, label])),
    depth: placed.reduce((deepest, label) => Math.max(deepest, label.level + 1), 0),
  };
}

function labelsOf(strip: HTMLElement, areas: readonly StripArea[]): PlacedLabel[] {
  const frame = strip.getBoundingClientRect();
  const middle = new Map<string, number>();
  for (const element of strip.querySelectorAll<HTMLElement>('[data-column]')) {
    const box = element.getBoundingClientRect();
    middle.set(element.dataset['column'] ?? '', box.left + box.width / 2 - frame.left);
  }
  const filled = areas.filter((area) => area.columns.length > 0);
  const labels = filled.flatMap((area, index) =>
    area.columns.flatMap((column) => {
      const x = middle.get(column.id);
      if (column.label === undefined || x === undefined) return [];
      const width = 10 + Math.max(shortTitle(column).length * TITLE_LETTER, column.label.length * NOTE_LETTER);
      const preferLeft = filled.length > 1 && index === filled.length - 1;
      return [{ id: column.id, x, width, priority: PRIORITY[column.coverage], preferLeft }];
    }),
  );
  return placeLabels({ labels, stripWidth: frame.width, levels: LEVELS });
}

function keepIfSame(before: readonly PlacedLabel[], after: readonly PlacedLabel[]): readonly PlacedLabel[] {
  const same =
    before.length === after.length &&
    before.every((label, index) => {
      const other = after[index];
      return other?.id === label.id && other.level === label.level && other.side === label.side;
    });
  return same ? before : after;
}
