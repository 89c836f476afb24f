import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@roer/domain/feed';
import { smallestMove } from '@roer/domain/workload/smallest-move';
import { movedBy } from '@roer/domain/workload/transfer-moves';
import { withMoves } from '@roer/domain/workload/what-if';
import type { Move } from '@roer/domain/workload/what-if';
import { laden, teamOf, world } from './smallest-move-worlds.ts';
import { allowed, byTrying, stopsAlone } from './smallest-move-trying.ts';
import { theId, today } from './team-builder.ts';
import { fits, fitsAfterStops } from './weeks-fit.ts';

describe('the smallest move, against trying everything', () => {
  it(
    'W2.1 W2.3 W2.4 W2.5 W2.7 no smaller set of handovers makes teams of two to four people fit',
    { timeout: 240_000 },
    () => {
      const seen = { move: 0, several: 0, stop: 0 };
      fc.assert(
        fc.property(world, (drawn) => {
          const facts = teamOf(drawn);
          const answer = smallestMove(facts, { today, steps: 30_000 });
          if (answer.kind === 'fits') {
            expect(fits(facts)).toBe(true);
            return;
          }
          const time = { from: answer.from, until: answer.until ?? '' };
          if (answer.kind === 'move') {
            seen.move += 1;
            if (answer.moves.length > 1) seen.several += 1;
            expect(answer.proven).toBe(true);
            expect(fits(withMoves(facts, answer.moves, { ...time, today }))).toBe(true);
            // As its items are agreed to, by the rules of transfers.
            const items = answer.moves.map((move, index) => ({ ...move, id: theId('transferItem', index + 1) }));
            const agreed = applyChanges(facts, movedBy(facts, { items, ...time }, today));
            expect(fits(agreed)).toBe(true);
            expect(byTrying(facts, time, Math.min(2, answer.moves.length - 1))).toBeNull();
            const options = allowed(facts, time).map(({ move }) => JSON.stringify(move));
            for (const { minutes: _, ...move } of answer.moves) expect(options).toContain(JSON.stringify(move));
          } else {
            seen.stop += 1;
            expect(byTrying(facts, time, 2)).toBeNull();
            if (answer.stops.length > 0) expect(fitsAfterStops(facts, answer)).toBe(true);
          }
        }),
        { numRuns: 50, seed: 11 },
      );
      expect(Math.min(seen.move, seen.stop)).toBeGreaterThan(5);
      expect(seen.several).toBeGreaterThan(2);
    },
  );

  it(
    'W2.1 W2.4 nor when it takes three or four, and nothing less than what it tells has to stop',
    { timeout: 240_000 },
    () => {
      const seen = { three: 0, stops: 0 };
      fc.assert(
        fc.property(laden, (drawn) => {
          const facts = teamOf(drawn);
          const answer = smallestMove(facts, { today, steps: 60_000 });
          if (answer.kind === 'fits' || !answer.proven) return;
          const time = { from: answer.from, until: answer.until ?? '' };
          if (answer.kind === 'move') {
            if (answer.moves.length > 2) seen.three += 1;
            expect(fits(withMoves(facts, answer.moves, { ...time, today }))).toBe(true);
            expect(byTrying(facts, time, Math.min(3, answer.moves.length - 1))).toBeNull();
          } else if (answer.stops.length > 1) {
            seen.stops += 1;
            for (const stop of stopsAlone(facts)) {
              const rest = (moves: Move[]): boolean =>
                fitsAfterStops(facts, {
                  ...answer,
                  moves: moves.map((move) => ({ ...move, minutes: 0 })),
                  stops: [stop],
                });
              expect(rest([])).toBe(false);
              expect(byTrying(facts, time, 1, rest)).toBeNull();
            }
          }
        }),
        { numRuns: 40, seed: 7 },
      );
      expect(seen.three).toBeGreaterThan(5);
      expect(seen.stops).toBeGreaterThan(2);
    },
  );
});
