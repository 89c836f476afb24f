import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import { decideAnswerObstacle, decideRenameInObstacles } from '@roer/domain/insights/obstacle-answer';
import { daysWaiting, isOverdue, sortObstacles } from '@roer/domain/insights/obstacle-order';
import { answerDays, decideRaiseObstacle, decideWithdrawObstacle } from '@roer/domain/insights/obstacles';
import type { RaiseObstacle } from '@roer/domain/insights/obstacles';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { teamCommandInputs } from '@roer/domain/responsibilities/schema';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { after, aTeam, by, refusalOf, theId, today } from './team-builder.ts';

const obstacleId = theId('obstacle', 1);
const manager = theId('person', 9);
const asked = {
  obstacleId,
  title: 'Mag er tot april 16 uur bij?',
  body: 'Beide leunen op één drager.',
  addressedTo: manager,
  addressedName: 'Mira Vos',
  dueOn: addDays(today, answerDays.proposed),
};
const team = aTeam();
const raise = (facts: TeamSnapshot, given: Partial<RaiseObstacle> = {}) =>
  decideRaiseObstacle(facts, { ...asked, ...given }, by(1));
const raised = after(team, raise(team));
const answer = (facts: TeamSnapshot, given: { person?: number; body?: string } = {}) =>
  decideAnswerObstacle(
    facts,
    { obstacleId, body: given.body ?? 'Ja, tot april.', byName: 'Mira Vos' },
    by(given.person ?? 9, addDays(today, 4)),
  );
const answered = after(raised, answer(raised));

describe('obstacles', () => {
  it('W6.1 are put before the management by any member, in the name of the team', () => {
    const { obstacleId: id, ...texts } = asked;
    expect(raised.obstacle[obstacleId]).toEqual({
      id,
      ...texts,
      submittedBy: theId('person', 1),
      raisedOn: today,
      state: 'open',
      answer: null,
    });
    expect(refusalOf(() => raise(raised)).code).toBe('badInput');
    expect(refusalOf(() => decideRaiseObstacle(team, asked, by(9))).code).toBe('notAMember');
  });

  it('W6.1 stay when the member leaves who wrote it down', () => {
    const left = after(raised, decideEndMembership(raised, { membershipId: theId('membership', 1) }, { today }));
    expect(left.obstacle).toEqual(raised.obstacle);
    expect(after(left, decideWithdrawObstacle(left, { obstacleId }, by(2))).obstacle).toEqual({});
  });

  it.each([
    [2, false],
    [3, true],
    [14, true],
    [90, true],
    [91, false],
    [-1, false],
  ])('W6.2 may ask an answer in %i days: %s', (days, may) => {
    const dueOn = addDays(today, days);
    if (may) expect(after(team, raise(team, { dueOn })).obstacle[obstacleId]?.dueOn).toBe(dueOn);
    else expect(refusalOf(() => raise(team, { dueOn }))).toEqual({ code: 'badInput', field: 'dueOn' });
  });

  it.each([
    [{ title: '  ' }, false],
    [{ title: 'x'.repeat(121) }, false],
    [{ body: '' }, false],
    [{ body: 'x'.repeat(2001) }, false],
    [{ dueOn: '2026-02-30' }, false],
    [{ title: 'x'.repeat(120), body: 'x'.repeat(2000) }, true],
  ])('W6.1 have a title and a text: %o', (given, may) => {
    const input = { commandId: theId('command', 1), teamId: theId('team', 1), ...asked, ...given };
    expect(teamCommandInputs.raiseObstacle.safeParse(input).success).toBe(may);
  });

  it('W6.4 are taken back by any member while nobody answered, and not undone', () => {
    const changes = decideWithdrawObstacle(raised, { obstacleId }, by(2));
    const gone = after(raised, changes);
    expect(gone.obstacle).toEqual({});
    expect(refusalOf(() => decideWithdrawObstacle(gone, { obstacleId }, by(2))).code).toBe('obstacleGone');
    expect(refusalOf(() => answer(gone)).code).toBe('obstacleGone');
    expect(refusalOf(() => decideWithdrawObstacle(answered, { obstacleId }, by(1)))).toEqual({
      code: 'obstacleAnswered',
      by: manager,
    });
    expect(refusalOf(() => decideWithdrawObstacle(raised, { obstacleId }, by(9))).code).toBe('notAMember');
    const done = [
      { action: 'obstacle.raise' as const, facts: raised, changes: raise(team) },
      { action: 'obstacle.withdraw' as const, facts: gone, changes },
    ];
    for (const { facts, ...each } of done)
      expect(refusalOf(() => decideUndo(facts, each, by(1))).code).toBe('cannotUndo');
  });

  it('W6.5 are answered once, with the day and the name; the second hears who was first', () => {
    expect(answered.obstacle[obstacleId]).toEqual({
      ...raised.obstacle[obstacleId],
      state: 'answered',
      answer: { by: manager, byName: 'Mira Vos', body: 'Ja, tot april.', on: addDays(today, 4) },
    });
    expect(answer(answered)).toEqual([]);
    expect(refusalOf(() => answer(answered, { body: 'Toch niet.' }))).toEqual({
      code: 'obstacleAnswered',
      by: manager,
    });
    expect(refusalOf(() => answer(answered, { person: 8 }))).toEqual({ code: 'obstacleAnswered', by: manager });
    expect(refusalOf(() => answer(team)).code).toBe('obstacleGone');
  });

  it('W6.6 stand in the order of their days, answered ones with the latest first', () => {
    const told = (id: number, dueOn: string, on: string | null = null) => ({
      id: theId('obstacle', id),
      dueOn,
      answer: on === null ? null : { on },
    });
    const rows = [
      told(1, '2026-12-04'),
      told(2, '2026-12-01', '2026-11-20'),
      told(3, '2026-11-01'),
      told(4, '2026-12-04'),
      told(5, '2026-10-01', '2026-11-23'),
    ];
    const { open, answered: done } = sortObstacles(rows);
    expect([open, done].map((list) => list.map(({ id }) => rows.findIndex((row) => row.id === id) + 1))).toEqual([
      [3, 1, 4],
      [5, 2],
    ]);
  });

  it('W6.6 are late from the day after, until they are answered', () => {
    const late = (day: string, facts = raised) => {
      const obstacle = facts.obstacle[obstacleId];
      return obstacle && isOverdue(obstacle, day);
    };
    expect(late(asked.dueOn)).toBe(false);
    expect(late(addDays(asked.dueOn, 1))).toBe(true);
    expect(late(addDays(asked.dueOn, 1), answered)).toBe(false);
  });

  it.each([
    [-1, 0],
    [0, 0],
    [1, 1],
    [26, 26],
  ])('W6.6 wait since the day they were put forward: after %i days for %i', (days, waiting) => {
    expect(daysWaiting({ raisedOn: today }, addDays(today, days))).toBe(waiting);
  });

  it('W6.8 carry the new name of a manager, and nobody else’s', () => {
    const rename = (personId = manager) =>
      decideRenameInObstacles(answered, { personId, was: 'Mira Vos', name: 'Mira de Vos' });
    expect(rename().map(({ before }) => before)).toEqual([answered.obstacle[obstacleId]]);
    expect(after(answered, rename()).obstacle[obstacleId]).toMatchObject({
      addressedName: 'Mira de Vos',
      answer: { byName: 'Mira de Vos', body: 'Ja, tot april.' },
    });
    expect(rename(theId('person', 1))).toEqual([]);
  });
});
