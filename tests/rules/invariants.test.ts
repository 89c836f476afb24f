import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedId } from '@roer/domain/feed';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import { traceResponsibilities } from '@roer/domain/responsibilities/history';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { isUndoable } from '@roer/domain/responsibilities/undoable';
import { after, aTeam, by, responsibility } from './team-builder.ts';
import { commandOf, dayAfter, decided, steps } from './team-model.ts';
import type { Done, Step } from './team-model.ts';
import { expectWhole } from './whole-team.ts';

/** Without what an undo may leave: versions, closed responsibilities that were made, their areas, and offers that ended. */
const comparable = (team: TeamSnapshot, made: ReadonlySet<string>) => ({
  assignment: team.assignment,
  absence: team.absence,
  overload: team.overload,
  deadlineWork: Object.fromEntries(
    Object.entries(team.deadlineWork).map(([id, { version: _version, ...row }]) => [id, row]),
  ),
  help: Object.fromEntries(Object.entries(team.help).filter(([id]) => !made.has(id))),
  area: Object.fromEntries(Object.entries(team.area).filter(([id]) => !made.has(id))),
  responsibility: Object.fromEntries(
    Object.entries(team.responsibility)
      .filter(([id]) => !made.has(id))
      .map(([id, { version: _version, ...row }]) => [id, row]),
  ),
});

const expectUndone = (before: TeamSnapshot, done: Done, day: string): void => {
  const doneNow = after(before, done.changes);
  const undone = after(doneNow, decideUndo(doneNow, done, by(done.actor, day)));
  const made = new Set(done.changes.filter((change) => change.before === null).map(changedId));
  expect(comparable(undone, made)).toEqual(comparable(before, made));
  for (const id of made) expect(undone.responsibility[id]?.closedOn ?? day).not.toBeNull();
  for (const id of Object.keys(undone.offer)) expect(before.offer[id]).toEqual(undone.offer[id]);
  expectWhole(undone, day);
};

const touched = (change: RowChange): string[] => {
  if (change.entity === 'responsibility') return [changedId(change)];
  if (change.entity === 'transfer') return (change.after?.items ?? []).map(({ responsibilityId }) => responsibilityId);
  if (
    change.entity === 'assignment' ||
    change.entity === 'offer' ||
    change.entity === 'delegation' ||
    change.entity === 'deadlineWork' ||
    change.entity === 'note' ||
    change.entity === 'handover' ||
    change.entity === 'duo'
  )
    return [(change.after ?? change.before)?.responsibilityId ?? ''];
  return [];
};

const expectTraced = (done: Done): void => {
  expect(
    traceResponsibilities(done.action, done.changes)
      .map((trace) => trace.subjectId)
      .toSorted(),
  ).toEqual([...new Set(done.changes.flatMap(touched))].toSorted());
};

const team = fc.integer({ min: 2, max: 6 }).chain((people) => fc.tuple(fc.constant(people), steps(people)));

const play = (people: number, all: readonly Step[]): number => {
  let facts = aTeam({ people, responsibilities: [responsibility(1), responsibility(2)] });
  const history: Done[] = [];
  for (const [index, step] of all.entries()) {
    const day = dayAfter(all, index);
    const command = commandOf(step, { seen: facts, number: 100 + index, day, done: history });
    const changes = command && decided(command, facts);
    if (!command || !changes || changes.length === 0) continue;
    const done: Done = { action: command.action, changes, actor: Number(command.context.actorId.slice(-12)) };
    const next = after(facts, changes);
    expectWhole(next, day);
    expectTraced(done);
    if (isUndoable(done.action)) expectUndone(facts, done, day);
    facts = next;
    history.push(done);
  }
  return history.length;
};

it(
  'R4.1 R4.3 R4.5 R4.7 R4.9 R4.10 R4.17 R1.4 R1.8 U2 U3 F7 W1.15 W2.7 W2.8 R6.7 L4.6 whatever a team does, what it carries stays whole',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(team, ([people, all]) => {
        play(people, all);
      }),
      { numRuns: 1500 },
    );
  },
);

it('F7 the model does something: most of its commands change the team', () => {
  const counts = fc
    .sample(team, { numRuns: 100, seed: 1 })
    .map(([people, all]) => [play(people, all), all.length] as const);
  const sum = (index: 0 | 1): number => counts.reduce((total, count) => total + count[index], 0);
  expect(sum(0) / sum(1)).toBeGreaterThan(0.4);
});
