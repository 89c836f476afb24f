import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfferRow } from '@roer/domain/feed';
import type { AppointmentId, Id, PersonId } from '@roer/domain/ids';
import { decideAppoint, decideEndAppointments } from '@roer/domain/organisation/appointment';
import type { AppointmentRow } from '@roer/domain/organisation/appointment';
import {
  decideChangeMembership,
  decideEndMembership,
  decideStartMembership,
  membershipsOf,
} from '@roer/domain/organisation/membership';
import { DomainError } from '@roer/domain/errors';
import { aTeam, after, by, responsibility, theId, today } from './team-builder.ts';

const offer = (number: number, { about, from, to }: { about: number; from: number; to: number }): OfferRow => ({
  id: theId('offer', number),
  kind: 'give',
  responsibilityId: theId('responsibility', 1),
  assignmentId: theId('assignment', about),
  fromPersonId: theId('person', from),
  toPersonId: theId('person', to),
  sharePercent: 50,
  temporaryUntil: null,
  madeOn: today,
  expiresOn: '2026-12-07',
  state: 'open',
});

const somebody = (number: number, homeElsewhere = false) => ({
  id: theId('person', number),
  name: 'Noor',
  homeElsewhere,
});

// The brand exists only for the compiler.
const appointmentId = (number: number): AppointmentId => `a-${number}` as Id<'appointment'>;

describe('leaving a team', () => {
  const facts = aTeam({
    responsibilities: [responsibility(1), responsibility(2)],
    carried: [
      { person: 1, share: 50 },
      { person: 2, share: 50 },
      { person: 1, responsibility: 2, role: 'substitute' },
    ],
    offers: [
      offer(1, { about: 1, from: 1, to: 2 }),
      offer(2, { about: 2, from: 2, to: 1 }),
      offer(3, { about: 2, from: 2, to: 3 }),
    ],
  });

  it('O11 opens what somebody carried and withdraws the offers from and to them, and leaves the rest', () => {
    const changes = decideEndMembership(facts, { membershipId: theId('membership', 1) }, by(1));
    const left = after(facts, changes);
    expect(membershipsOf(left, theId('person', 1))).toEqual([]);
    expect(Object.keys(left.assignment)).toEqual([theId('assignment', 2)]);
    expect(Object.keys(left.offer)).toEqual([theId('offer', 3)]);
    expect(left.responsibility).toEqual(facts.responsibility);
    expect(changes.every(({ before }) => before !== null)).toBe(true);
  });

  it('O11 happens once', () => {
    const input = { membershipId: theId('membership', 1) };
    const left = after(facts, decideEndMembership(facts, input, by(1)));
    expect(() => decideEndMembership(left, input, by(1))).toThrow(new DomainError('notFound'));
  });
});

describe('joining a team and changing hours', () => {
  const facts = aTeam();
  const minutesByWeekday = [480, 480, 0, 0, 0, 0, 0];

  it('O8 begins today, and once', () => {
    const input = { membershipId: theId('membership', 9), minutesByWeekday, home: false };
    const joined = after(facts, decideStartMembership(facts, { ...input, person: somebody(9, true) }, { today }));
    expect(membershipsOf(joined, theId('person', 9))).toMatchObject([{ name: 'Noor', from: today, until: null }]);
    expect(() => decideStartMembership(joined, { ...input, person: somebody(9) }, { today })).toThrow('alreadyMember');
  });

  it('O9 a home elsewhere is in the way of a home here, not of being here', () => {
    const input = { membershipId: theId('membership', 9), minutesByWeekday, home: true, person: somebody(9, true) };
    expect(() => decideStartMembership(facts, input, { today })).toThrow('homeTeamExists');
    const guest = { ...input, home: false };
    const joined = after(facts, decideStartMembership(facts, guest, { today }));
    expect(() => decideChangeMembership(joined, input)).toThrow('homeTeamExists');
  });

  it('O10 changes hours, and nothing when they are the same', () => {
    const input = { membershipId: theId('membership', 1), minutesByWeekday, home: true, person: somebody(1) };
    const changed = after(facts, decideChangeMembership(facts, input));
    expect(membershipsOf(changed, theId('person', 1))).toMatchObject([{ minutesByWeekday, from: '2026-01-01' }]);
    expect(decideChangeMembership(changed, input)).toEqual([]);
  });
});

describe('appointments', () => {
  const person = fc.integer({ min: 1, max: 4 }).map((number): PersonId => theId('person', number));
  const step = fc.oneof(
    fc.record({ do: fc.constant('appoint' as const), person, kind: fc.constantFrom('manager', 'administrator') }),
    fc.record({ do: fc.constant('end' as const), index: fc.nat(10) }),
    fc.record({ do: fc.constant('endAccount' as const), person }),
    fc.record({ do: fc.constant('join' as const), person }),
  );

  it('O13 O14 whatever happens, somebody who can sign in stays administrator, and nobody is appointed twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const founder = theId('person', 1);
        const canSignIn = new Set<PersonId>([founder]);
        let appointments: AppointmentRow[] = [
          { id: appointmentId(0), personId: founder, kind: 'administrator', domainId: null, from: today, until: null },
        ];
        const end = (ending: (row: AppointmentRow) => boolean): boolean => {
          try {
            const stopped = decideEndAppointments({ appointments, canSignIn }, ending, { today });
            appointments = appointments.filter((row) => !stopped.some(({ id }) => id === row.id));
            return true;
          } catch (error) {
            expect(error).toEqual(new DomainError('lastAdministrator'));
            return false;
          }
        };
        for (const [index, each] of steps.entries()) {
          if (each.do === 'join') canSignIn.add(each.person);
          else if (each.do === 'end') end((row) => row.id === appointments[each.index]?.id);
          else if (each.do === 'endAccount') {
            if (end((row) => row.personId === each.person)) canSignIn.delete(each.person);
          } else {
            const input = { id: appointmentId(index + 1), personId: each.person, kind: each.kind, domainId: null };
            const row = decideAppoint({ appointments, canSignIn }, input, { today });
            if (row) appointments = [...appointments, row];
          }
          const governing = appointments.filter((row) => row.kind === 'administrator' && canSignIn.has(row.personId));
          expect(governing.length).toBeGreaterThan(0);
          const keys = appointments.map((row) => `${row.personId} ${row.kind}`);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });
});
