import { randomBytes } from 'node:crypto';
import type { Clock } from '@roer/api/platform/dependencies';
import { uuidFrom } from '@roer/domain/ids';

/** A clock that stands still until a test moves it; ids and tokens are random. Times are epoch milliseconds. */
export type TestClock = Clock & { set: (now: number) => void; advance: (milliseconds: number) => void };

/** Monday 23 November 2026, 9:00 in Amsterdam, unless told otherwise. */
export const createClock = (start: number = Date.parse('2026-11-23T08:00:00Z')): TestClock => {
  let now = start;
  return {
    now: () => now,
    newId: () => uuidFrom(now, randomBytes(10)),
    newToken: () => randomBytes(32).toString('base64url'),
    set: (value) => {
      now = value;
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
};
