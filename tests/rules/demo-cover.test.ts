import { describe, expect, it } from 'vitest';
import { generateMunicipality } from '@roer/db/demo/municipality';
import { demoPersonas } from '@roer/db/demo/personas';
import type { Municipality } from '@roer/db/demo/rows';
import { dateAt } from '@roer/domain/dates';
import { isIndependent, rankOf } from '@roer/domain/learning/cover-level';
import { asksStill, mayJudgeLevel } from '@roer/domain/learning/cover-steps';
import { deriveKnowledgeRisk } from '@roer/domain/learning/knowledge-risk';
import { groups, snapshotOf } from './demo-reading.ts';

const now = Date.parse('2026-11-24T09:00:00+01:00');
const today = dateAt(now);

/** Steps in order, each after the other, of members, confirmed by another member, of what was there. */
const expectSteps = ({ CoverLevel, Responsibility, Membership }: Municipality): void => {
  const members = new Map(Membership.map((row) => [`${row.personId} ${row.teamId}`, row.from]));
  const opened = new Map<string, string>(Responsibility.map((row) => [row.id, row.openedOn]));
  for (const steps of groups(CoverLevel, (row) => `${row.responsibilityId} ${row.personId}`).values())
    for (const [index, row] of steps.entries()) {
      // Who handed it over and says that they cannot do it any more needs nobody for that.
      if (row.level === null) {
        expect([steps.length, row.confirmedBy]).toEqual([1, row.personId]);
        continue;
      }
      expect([row.number, rankOf(row.level)]).toEqual([index + 1, index + 1]);
      const since = [opened.get(row.responsibilityId), members.get(`${row.personId} ${row.teamId}`)];
      expect(since.every((day) => day !== undefined && day <= row.proposedOn)).toBe(true);
      expect(row.proposedOn >= (steps[index - 1]?.confirmedOn ?? '')).toBe(true);
      if (row.state === 'proposed') continue;
      expect(row.confirmedBy).not.toBe(row.personId);
      expect((members.get(`${row.confirmedBy} ${row.teamId}`) ?? '9999') <= (row.confirmedOn ?? '')).toBe(true);
      expect((row.confirmedOn ?? '9999') <= (row.exercisedOn ?? '') && (row.exercisedOn ?? '') < today).toBe(true);
    }
};

describe('the example municipality', () => {
  it('D19 has people who learn, a step that waits, something of long ago, and a holder who hands over', () => {
    for (const municipality of [1, 2, 3, 4, 5].map((seed) => generateMunicipality({ seed, now }))) {
      const team = municipality.Team.find((row) => row.name === 'Vergunningen & Toezicht');
      const teamId = team?.id ?? '';
      const snapshot = snapshotOf(municipality, teamId);
      const risk = deriveKnowledgeRisk(snapshot, { today });
      expect(risk.filter(({ independent }) => independent.length === 0)).toHaveLength(2);
      expect(risk.filter(({ independent }) => independent.length === 1)).toHaveLength(4);
      expect(risk.filter(({ candidates }) => candidates.length > 0)).toHaveLength(5);
      expect(risk.flatMap(({ leavesBefore }) => leavesBefore ?? [])).toEqual([expect.stringMatching(/^2027-/)]);

      const { colleague, overwhelmed } = demoPersonas(municipality.Person);
      const waiting = municipality.CoverLevel.filter(({ state }) => state === 'proposed');
      expect(waiting).toHaveLength(1);
      for (const { responsibilityId } of waiting)
        for (const personId of [colleague, overwhelmed])
          expect(mayJudgeLevel(snapshot, { responsibilityId, personId, today })).toBe(true);
      const long = municipality.Responsibility.filter(({ id }) =>
        asksStill(snapshot, { responsibilityId: id, personId: colleague, today }),
      );
      expect(long.length).toBeGreaterThan(0);
      expect(long.length).toBeLessThan(4);

      expectSteps(municipality);
      const elsewhere = municipality.CoverLevel.filter((row) => row.teamId !== teamId);
      expect(elsewhere.length).toBeGreaterThan(10);
      expect(elsewhere.filter(({ level }) => isIndependent(level))).toEqual([]);
    }
  });
});
