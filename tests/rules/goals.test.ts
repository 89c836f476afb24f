import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { addDays } from '@roer/domain/dates';
import type { GoalId, TeamId } from '@roer/domain/ids';
import {
  audiences,
  checkGoalTexts,
  decideGoal,
  deriveGoalRights,
  goalLimits,
  narrower,
} from '@roer/domain/learning/goal';
import type { GoalChoices } from '@roer/domain/learning/goal';
import { deriveGoalOffer } from '@roer/domain/learning/goal-offer';
import { isDue, reviewed, startReview } from '@roer/domain/learning/reflection-review';
import type { Recall } from '@roer/domain/learning/reflection-review';

const choices: GoalChoices = {
  state: 'active',
  targetLevel: null,
  stepAudience: 'me',
  planAudience: 'me',
  stretch: null,
  nextMoment: null,
};
const audience = fc.constantFrom(...audiences);
const relation = fc.record({ isOwner: fc.boolean(), isBuddy: fc.boolean(), areColleagues: fc.boolean() });

describe('who a goal is for', () => {
  it('L2.3 refuses a plan for more people than the step, also when the step narrows under it', () => {
    expect(() => decideGoal(choices, { planAudience: 'buddy' })).toThrow('badInput');
    const shared = decideGoal(choices, { stepAudience: 'team', planAudience: 'buddy' });
    expect(() => decideGoal(shared, { stepAudience: 'me' })).toThrow('badInput');
    expect(decideGoal(shared, { stepAudience: 'me', planAudience: 'me' })).toEqual(choices);
  });

  it('L2.2 L2.3 L2.4 whoever writes sees the plan, and whoever sees the plan sees the step', () => {
    fc.assert(
      fc.property(audience, audience, relation, (stepAudience, other, who) => {
        const planAudience = narrower(stepAudience, other);
        const { seesStep, seesPlan, writes } = deriveGoalRights({ stepAudience, planAudience }, who);
        expect([writes && !seesPlan, seesPlan && !seesStep]).toEqual([false, false]);
        if (who.isOwner) expect({ seesStep, writes }).toEqual({ seesStep: true, writes: true });
      }),
    );
  });

  it('L2.2 L2.6 is for its owner alone until they say otherwise; a colleague who is no buddy reads and does not write', () => {
    const buddy = { isOwner: false, isBuddy: true, areColleagues: true };
    const colleague = { isOwner: false, isBuddy: false, areColleagues: true };
    expect(deriveGoalRights(choices, buddy)).toEqual({ seesStep: false, seesPlan: false, writes: false });
    const open = { stepAudience: 'team', planAudience: 'team' } as const;
    expect(deriveGoalRights(open, colleague)).toEqual({ seesStep: true, seesPlan: true, writes: false });
    expect(deriveGoalRights(open, buddy)).toEqual({ seesStep: true, seesPlan: true, writes: true });
    expect(deriveGoalRights(open, { ...colleague, areColleagues: false }).seesStep).toBe(false);
  });

  it('L2.4 takes as much as fits in a field', () => {
    expect(() => checkGoalTexts({ wish: 'x'.repeat(goalLimits.wish) })).not.toThrow();
    expect(() => checkGoalTexts({ title: 'x'.repeat(goalLimits.title + 1) })).toThrow('badInput');
  });
});

describe('L2.10 when a reflection comes back', () => {
  const after = (recalls: readonly Recall[]) =>
    recalls.reduce((memory, recall) => reviewed(memory, { recall, today: memory.due }), startReview('2026-11-28'));
  const wait = ({ due, lastOn }: { due: string; lastOn: string }): number =>
    (Date.parse(due) - Date.parse(lastOn)) / 86_400_000;

  it('after some days, and not before', () => {
    const memory = startReview('2026-11-28');
    expect(wait(memory)).toBeGreaterThanOrEqual(2);
    expect(wait(memory)).toBeLessThanOrEqual(7);
    expect([isDue(memory, addDays(memory.due, -1)), isDue(memory, memory.due)]).toEqual([false, true]);
  });

  it('later each time it was known, within a year, and sooner when it was lost', () => {
    const known: Recall[] = ['known', 'known', 'known', 'known'];
    const waits = known.map((_, index) => wait(after(known.slice(0, index + 1))));
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(wait(after([...known, 'lost']))).toBeLessThan(wait(after(known)));
    expect(wait(after([...known, 'vaguely']))).toBeLessThanOrEqual(wait(after([...known, 'known'])));
    expect(wait(after(Array.from({ length: 30 }, () => 'known' as const)))).toBeLessThanOrEqual(365);
  });

  it('the same on every machine, and always after the day on which it was looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('lost', 'vaguely', 'known'), { maxLength: 12 }), (recalls) => {
        expect(after(recalls)).toEqual(after(recalls));
        expect(wait(after(recalls))).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('what a goal offers when the weeks do not fit', () => {
  const monday = '2026-11-23';
  const today = '2026-11-25';
  const [teamId, otherTeam] = ['team', 'other'] as unknown as [TeamId, TeamId];
  const goalOf = (id: string, changed: object = {}) => ({
    id: id as GoalId,
    teamId,
    state: 'active' as const,
    targetLevel: 'together' as const,
    nextMoment: null,
    ...changed,
  });
  const three = (minutes: number) => ({ least: minutes, likely: minutes, most: minutes });
  const load = (over: readonly number[], misfit: { from: string; until: string } | null = null) => ({
    weeks: over.map((minutes, index) => ({
      monday: addDays(monday, 7 * index),
      contract: 2160,
      available: minutes < 0 ? 0 : 2160,
      recurring: 0,
      organising: 0,
      estimate: 0,
      deadline: three(0),
      over: three(Math.max(0, minutes)),
      band: { least: 'middle', likely: 'middle', most: 'middle' } as const,
    })),
    misfit: {
      least: null,
      likely: misfit && { ...misfit, demand: 2, capacity: 1, excess: 1 },
      most: null,
    },
  });
  const offer = (
    goal: ReturnType<typeof goalOf>,
    given: ReturnType<typeof load>,
    others: ReturnType<typeof goalOf>[] = [],
  ) => deriveGoalOffer(goal, { goals: [goal, ...others], load: given, today });

  it('L5.1 nothing while the coming four weeks fit, or for a goal that is not active', () => {
    expect(offer(goalOf('a'), load([0, 0, 0, 0, 60]))).toBeNull();
    expect(offer(goalOf('a', { state: 'paused' }), load([60]))).toBeNull();
    expect(offer(goalOf('a'), load([0, 60]))?.fullMonday).toBe(addDays(monday, 7));
    expect(offer(goalOf('a'), load([0, 0, 0], { from: '2026-12-02', until: '2026-12-12' }))?.fullMonday).toBe(
      '2026-11-30',
    );
  });

  it('L5.2 the level below, when there is one', () => {
    expect(offer(goalOf('a'), load([60]))?.easier).toBe('observing');
    expect(offer(goalOf('a', { targetLevel: 'observing' }), load([60]))?.easier).toBeNull();
    expect(offer(goalOf('a', { targetLevel: null }), load([60]))?.easier).toBeNull();
  });

  it('L5.3 paused goals of the same team, and the same day in the first week that fits', () => {
    const paused = [
      goalOf('b', { state: 'paused' }),
      goalOf('c', { state: 'paused', teamId: otherTeam }),
      goalOf('d', { state: 'done' }),
    ];
    expect(offer(goalOf('a'), load([60]), paused)?.inPlace).toEqual(['b']);
    const moment = goalOf('a', { nextMoment: '2026-11-26' });
    // The second week is full too, and in the third nobody is there.
    expect(offer(moment, load([60, 60, -1, 0]))?.moment).toBe('2026-12-17');
    expect(offer(moment, load([60, 60]))?.moment).toBeNull();
    expect(offer(goalOf('a', { nextMoment: '2026-12-03' }), load([60, 0]))?.moment).toBeNull();
  });
});
