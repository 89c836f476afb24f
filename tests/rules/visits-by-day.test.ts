import { describe, expect, it } from 'vitest';
import { visitsByDay } from '@roer/domain/insights/dashboard';
import { theId } from './team-builder.ts';

describe('looks at a team', () => {
  const look = (person: number, at: string) => ({
    personId: theId('person', person),
    name: `Person ${person}`,
    at: Date.parse(at),
  });

  it('I2.2 of one person on one day in Amsterdam are one, from the first to the last, the latest first', () => {
    const visits = visitsByDay([
      look(1, '2026-11-24T09:00:00+01:00'),
      look(1, '2026-11-23T23:30:00+01:00'),
      look(2, '2026-11-23T12:00:00+01:00'),
      look(1, '2026-11-23T09:15:00+01:00'),
      look(1, '2026-11-23T10:00:00+01:00'),
    ]);
    expect(
      visits.map(({ name, from, until }) => [name, new Date(from).toISOString(), new Date(until).toISOString()]),
    ).toEqual([
      ['Person 1', '2026-11-24T08:00:00.000Z', '2026-11-24T08:00:00.000Z'],
      ['Person 1', '2026-11-23T08:15:00.000Z', '2026-11-23T22:30:00.000Z'],
      ['Person 2', '2026-11-23T11:00:00.000Z', '2026-11-23T11:00:00.000Z'],
    ]);
  });

  it('I2.2 of nobody are none', () => {
    expect(visitsByDay([])).toEqual([]);
  });
});
