import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RowChange } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { traceResponsibilities } from '@roer/domain/responsibilities/history';
import { after, aTeam, responsibility } from './team-builder.ts';
import { commandOf, dayAfter, decided, steps } from './team-model.ts';
import type { Done, Step } from './team-model.ts';

/** Who agreed beforehand that what they carry moves, by what was accepted in these changes. */
const agreedBy = (change: RowChange): PersonId[] => {
  if (!change.after || !change.before) return [];
  if (change.entity === 'handover' && change.after.state === 'accepted') return [change.after.giver];
  if (change.entity === 'transfer' && change.after.state === 'agreed') return change.after.consents;
  // A gift was made by who carries it; who asked for it agreed to stop standing in.
  if (change.entity === 'offer' && change.after.state === 'accepted')
    return [change.after.fromPersonId, ...(change.after.toPersonId ? [change.after.toPersonId] : [])];
  return [];
};

/** Why an assignment ended in these changes; undefined when there was no reason that R6.9 knows. */
const whyEnded = (done: Done, personId: PersonId): string | undefined => {
  if (Number(personId.slice(-12)) === done.actor) return 'own act';
  if (done.changes.flatMap(agreedBy).includes(personId)) return 'accepted';
  for (const { entity, before, after: now } of done.changes) {
    if (entity === 'responsibility' && before?.closedOn === null && now && now.closedOn !== null) return 'closed';
    if (entity === 'member' && before?.personId === personId && now?.until !== null) return 'left';
  }
  return undefined;
};

const endedIn = (changes: readonly RowChange[]) =>
  changes.flatMap(({ entity, before, after: now }) =>
    entity === 'assignment' && before?.until === null && (now === null || now.until !== null) ? [before] : [],
  );

const play = (people: number, all: readonly Step[], seen: Map<string, number>): void => {
  let facts = aTeam({ people, responsibilities: [responsibility(1), responsibility(2)] });
  const history: Done[] = [];
  for (const [index, step] of all.entries()) {
    const day = dayAfter(all, index);
    const command = commandOf(step, { seen: facts, number: 100 + index, day, done: history });
    const changes = command && decided(command, facts);
    if (!command || !changes || changes.length === 0) continue;
    const done: Done = { action: command.action, changes, actor: Number(command.context.actorId.slice(-12)) };
    const traced = new Set(traceResponsibilities(done.action, changes).map(({ subjectId }) => subjectId));
    for (const row of endedIn(changes)) {
      const why = whyEnded(done, row.personId);
      expect(why, `${done.action} ended what somebody else carries`).toBeDefined();
      if (why) seen.set(why, (seen.get(why) ?? 0) + 1);
      expect(traced.has(row.responsibilityId), 'with a trace').toBe(true);
    }
    const next = after(facts, changes);
    for (const { entity, before, after: now } of changes)
      if (entity === 'handover' && now?.state === 'accepted') {
        seen.set('handover', (seen.get('handover') ?? 0) + 1);
        const role = before && facts.assignment[before.assignmentId]?.role;
        const theirs = Object.values(next.assignment).filter(
          (row) => row.responsibilityId === now.responsibilityId && row.personId === now.receiver,
        );
        expect(theirs, 'in the same moment it is the receiver’s').toMatchObject([{ role }]);
      }
    facts = next;
    history.push(done);
  }
};

const team = fc
  .integer({ min: 2, max: 5 })
  .chain((people) => fc.tuple(fc.constant(people), steps(people, { most: 60 })));

it('R6.5 R6.9 no sequence of commands takes out of somebody’s hands what they carry', { timeout: 120_000 }, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(team, ([people, all]) => {
      play(people, all, seen);
    }),
    { numRuns: 1500 },
  );
  // It means something only if all of these happened.
  expect([...seen.keys()].toSorted()).toEqual(['accepted', 'closed', 'handover', 'left', 'own act']);
});
