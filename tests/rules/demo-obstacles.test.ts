import { describe, expect, it } from 'vitest';
import { generateMunicipality } from '@roer/db/demo/municipality';
import { dateAt } from '@roer/domain/dates';

const now = Date.parse('2026-11-24T08:30:00Z');
const today = dateAt(now);

describe('the example municipality', () => {
  it('D18 has teams that ask who leads them something, and one that got an answer', () => {
    for (const seed of [1, 2, 3]) {
      const municipality = generateMunicipality({ seed, now });
      const { Obstacle, TeamPlacement, Appointment, Membership } = municipality;
      expect(Obstacle.filter(({ state }) => state === 'open').length).toBeGreaterThan(0);
      expect(Obstacle.some(({ state }) => state === 'answered')).toBe(true);
      for (const row of Obstacle) {
        const domainId = TeamPlacement.find(({ teamId }) => teamId === row.teamId)?.domainId;
        const leads = { kind: 'manager', domainId, until: null };
        expect(Appointment.find(({ personId }) => personId === row.addressedTo)).toMatchObject(leads);
        const isIn = ({ personId, teamId, until }: (typeof Membership)[number]) =>
          personId === row.submittedBy && teamId === row.teamId && until === null;
        expect(Membership.some(isIn)).toBe(true);
        expect(row.raisedOn <= today && row.raisedOn < row.dueOn && (row.answeredOn ?? today) <= today).toBe(true);
        expect(row.state === 'answered').toBe(
          row.answer !== null && row.answeredBy !== null && row.answeredOn !== null,
        );
      }
    }
  });
});
