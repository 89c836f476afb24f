import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidFrom } from '@roer/domain/ids';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('ids', () => {
  it('T4 are UUIDs of version 7 that tell their millisecond (example of RFC 9562, A.6)', () => {
    const bytes = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidFrom(0x017f22e279b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    fc.assert(
      fc.property(moment, random, (now, chance) => {
        const id = uuidFrom(now, chance);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  it('T4 sort by the millisecond in which they were made', () => {
    fc.assert(
      fc.property(moment, moment, random, random, (one, other, chance, otherChance) => {
        fc.pre(one < other);
        expect(uuidFrom(one, chance) < uuidFrom(other, otherChance)).toBe(true);
      }),
    );
  });

  it('T4 differ by chance within a millisecond, and leave the chance as it was', () => {
    const chance = Uint8Array.from({ length: 16 }, (_, index) => index * 16);
    const kept = chance.slice();
    const other = chance.map((byte) => byte ^ 1);
    expect(uuidFrom(1, chance)).not.toBe(uuidFrom(1, other));
    expect(uuidFrom(1, chance)).toBe(uuidFrom(1, chance.slice(0, 10)));
    expect(chance).toEqual(kept);
  });
});
