import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSaver } from '@roer/web/features/learning/saver.ts';
import type { SavedState } from '@roer/web/features/learning/saver.ts';

type Parts = { from: string; free: string[] };

describe('what is saved while somebody writes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('R9.2 is said to be saved only when the last word of every part is', async () => {
    const sent: Partial<Parts>[] = [];
    const answers: (() => void)[] = [];
    let kept: Partial<Parts> = {};
    let told: SavedState = { is: 'idle' };
    const saver = openSaver<Parts>({
      send: (parts) => {
        sent.push(parts);
        return new Promise<void>((resolve) => {
          answers.push(resolve);
        });
      },
      keep: (unsaved) => (kept = unsaved),
      tell: (state) => (told = state),
    });
    const answer = async (): Promise<void> => {
      answers.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    };
    saver.write({ free: ['Voorzitten'] }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    expect([sent.length, told.is]).toEqual([1, 'saving']);
    // Another part while the first is on its way: that one is there, this one is not yet.
    saver.write({ from: 'Vanuit rust.' });
    await answer();
    expect([told.is, kept]).toEqual(['saving', { from: 'Vanuit rust.' }]);
    await answer();
    expect([told.is, kept]).toEqual(['saved', {}]);
    // From the first key on it is not saved, also during the pause before it is sent.
    saver.write({ from: 'Vanuit rust en' });
    expect(told.is).toBe('saving');
    await vi.advanceTimersByTimeAsync(1000);
    await answer();
    expect([told.is, sent.at(-1)]).toEqual(['saved', { from: 'Vanuit rust en' }]);
  });
});
