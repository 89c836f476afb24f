import { describe, expect, it } from 'vitest';
import type { TeamSnapshot } from '@roer/domain/feed';
import { addDays } from '@roer/domain/dates';
import { decideAcceptOffer, decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { availableMinutes, carriedMinutes, contractMinutes, deriveLoad, sumOfLoads } from '@roer/domain/workload/load';
import { after, aTeam, by, responsibility, theId, today } from './team-builder.ts';

const me = theId('person', 1);
const season = [200, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 50];
const away = (facts: TeamSnapshot, from: string, until: string): TeamSnapshot => ({
  ...facts,
  absence: { [theId('absence', 1)]: { id: theId('absence', 1), personId: me, from, until } },
});

describe('what somebody carries', () => {
  const facts = aTeam({
    responsibilities: [
      responsibility(1, { minutesAWeek: 600, season }),
      responsibility(2, { minutesAWeek: 90 }),
      responsibility(3, { minutesAWeek: 300, closedOn: today }),
    ],
    carried: [
      { person: 1, share: 50 },
      { person: 1, responsibility: 2, role: 'substitute' },
      { person: 1, responsibility: 3 },
      { person: 2, responsibility: 2 },
    ],
  });

  it('W1.1 is their share of the hours of what they hold, not of what they stand in for', () => {
    expect(carriedMinutes(facts, me, today)).toBe(300);
    expect(carriedMinutes(facts, theId('person', 2), today)).toBe(90);
    expect(carriedMinutes(facts, theId('person', 3), today)).toBe(0);
  });

  it('W1.1 in the month of the Thursday of the week', () => {
    // Monday 30 November and Thursday 3 December; Thursday 31 December and Friday 1 January.
    expect(carriedMinutes(facts, me, '2026-11-30')).toBe(150);
    expect(carriedMinutes(facts, me, '2027-01-01')).toBe(150);
    expect(carriedMinutes(facts, me, '2027-01-04')).toBe(600);
  });

  it('W1.1 R4.8 what is given for a while counts for who carries it on that day', () => {
    const until = addDays(today, 10);
    const offer = {
      offerId: theId('offer', 1),
      assignmentId: theId('assignment', 1),
      kind: 'give' as const,
      toPersonId: theId('person', 3),
      sharePercent: 50,
      temporaryUntil: until,
    };
    const open = after(facts, decideMakeOffer(facts, offer, by(1)));
    const given = after(open, decideAcceptOffer(open, { ...offer, assignmentId: theId('assignment', 9) }, by(3)));
    expect([me, theId('person', 3)].map((person) => carriedMinutes(given, person, today))).toEqual([0, 300]);
    expect([me, theId('person', 3)].map((person) => carriedMinutes(given, person, until))).toEqual([150, 0]);
  });
});

describe('what somebody has', () => {
  const facts = aTeam();

  it('W1.2 is what their membership says by weekday', () => {
    expect(contractMinutes(facts, me)).toBe(4 * 480);
    expect(availableMinutes(facts, me, today)).toBe(4 * 480);
    expect(availableMinutes(facts, theId('person', 9), today)).toBe(0);
  });

  it('W1.2 less their own absence, counted once, on days that they work', () => {
    // Monday to Thursday are worked: away on Wednesday, Thursday and Friday.
    expect(availableMinutes(away(facts, '2026-11-25', '2026-11-28'), me, today)).toBe(2 * 480);
    expect(availableMinutes(away(facts, '2026-11-25', '2026-11-28'), theId('person', 2), today)).toBe(4 * 480);
    expect(availableMinutes(away(facts, '2026-11-27', '2026-11-30'), me, today)).toBe(4 * 480);
  });

  it('W1.2 less public holidays, once when they are away on them too', () => {
    // Thursday 25 December 2025 and Friday 26, and Thursday 1 January.
    const longAgo = {
      ...facts,
      member: Object.fromEntries(Object.entries(facts.member).map(([id, row]) => [id, { ...row, from: '2020-01-01' }])),
    };
    expect(availableMinutes(longAgo, me, '2025-12-22')).toBe(3 * 480);
    expect(availableMinutes(away(longAgo, '2025-12-25', '2025-12-27'), me, '2025-12-22')).toBe(3 * 480);
    // Their membership began on Thursday 1 January 2026, a holiday.
    expect(availableMinutes(facts, me, '2026-01-01')).toBe(0);
    expect(availableMinutes(facts, me, '2026-01-05')).toBe(4 * 480);
  });

  it('W1.3 is told per membership, and summed for oneself', () => {
    const other = aTeam({ responsibilities: [responsibility(1, { minutesAWeek: 45 })], carried: [{ person: 1 }] });
    const loads = [deriveLoad(facts, me, today), deriveLoad(other, me, today)];
    expect(loads).toEqual([
      { carried: 0, available: 1920 },
      { carried: 45, available: 1920 },
    ]);
    expect(sumOfLoads(loads)).toEqual({ carried: 45, available: 3840 });
  });
});
