import { describe, expect, it } from 'vitest';
import type { TeamSnapshot } from '@roer/domain/feed';
import { smallestMoveAhead } from '@roer/web/features/workload/smallest-move-ahead.ts';
import { deadlineWork, withDeadlines } from './load-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const [monday, friday] = [today, '2026-11-27'];
/** Person 1 carries 50 hours in the 32 that everybody of this team has; the others nothing. */
const tooMuch = (others: Parameters<typeof aTeam>[0] = {}): TeamSnapshot =>
  aTeam({
    responsibilities: [responsibility(1, { minutesAWeek: 30 * 60 }), responsibility(2, { minutesAWeek: 20 * 60 })],
    carried: [
      { person: 1, responsibility: 1 },
      { person: 1, responsibility: 2 },
    ],
    ...others,
  });

describe('the smallest move as a page tells it', () => {
  it('W2.1 is that of all weeks while something can still be moved in this one', () => {
    const found = smallestMoveAhead(tooMuch(), { today: monday });
    expect(found).toMatchObject({ kind: 'move', ahead: false, from: monday });
  });

  it('W2.1 is that of the weeks after this one when this one is nearly over', () => {
    const found = smallestMoveAhead(tooMuch(), { today: '2026-11-28' });
    expect(found).toMatchObject({ kind: 'move', ahead: true, from: '2026-11-30' });
  });

  it('W2.1 says plainly that nothing helps when only this week does not fit and it is nearly over', () => {
    const work = deadlineWork(1, { earliestStart: monday, due: friday, likelyMinutes: 50 * 60, mostMinutes: 60 * 60 });
    const facts = withDeadlines(
      aTeam({ people: 1, responsibilities: [responsibility(1, { minutesAWeek: 60 })], carried: [{ person: 1 }] }),
      [{ ...work, shares: [{ personId: theId('person', 1), percent: 100 }] }],
    );
    expect(smallestMoveAhead(facts, { today: friday })).toMatchObject({ kind: 'stop', ahead: false });
  });

  it('W2.1 is nothing when everything fits', () => {
    expect(smallestMoveAhead(aTeam({}), { today })).toEqual({ kind: 'fits', ahead: false });
  });
});
