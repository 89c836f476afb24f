import { expect, it } from 'vitest';
import { generateMunicipality } from '@roer/db/demo/municipality';
import { dateAt } from '@roer/domain/dates';

const now = Date.parse('2026-11-24T09:00:00+01:00');
const today = dateAt(now);
const small = [1, 2, 3].map((seed) => generateMunicipality({ seed, now }));

it('D17 tells organising apart, and has work with a date that holders of the drawings have', () => {
  for (const municipality of small) {
    const areas = new Map<string, string>(municipality.Area.map((row) => [row.id, row.name]));
    for (const row of municipality.Responsibility)
      expect(row.organising).toBe(areas.get(row.areaId) === 'Samen organiseren');
    const work = new Map(municipality.DeadlineWork.map((row) => [row.id, row]));
    const teamOf = new Map<string, string>(municipality.Responsibility.map((row) => [row.id, row.teamId]));
    for (const row of work.values()) {
      expect(teamOf.get(row.responsibilityId)).toBe(row.teamId);
      expect(row.leastMinutes <= row.likelyMinutes && row.likelyMinutes <= row.mostMinutes).toBe(true);
      expect(row.due > row.earliestStart && row.due >= today).toBe(true);
      expect(municipality.Assignment.some((held) => held.responsibilityId === row.responsibilityId)).toBe(true);
    }
    for (const { workId, personId } of municipality.DeadlineShare)
      expect(
        municipality.Membership.some((row) => row.personId === personId && row.teamId === work.get(workId)?.teamId),
      ).toBe(true);
    for (const { id } of work.values()) {
      const taken = municipality.DeadlineShare.filter(({ workId }) => workId === id);
      expect(taken.reduce((sum, { percent }) => sum + percent, 0)).toBeLessThanOrEqual(100);
    }
  }
});
