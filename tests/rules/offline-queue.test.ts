import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '@roer/domain/errors';
import { sameRow } from '@roer/domain/same-row';
import type { CommandId, TeamId } from '@roer/domain/ids';
import { afterEvent, emptyQueue, nextOf, pendingOf, rowOfEdit, titleOf } from '@roer/domain/offline-queue';
import type { OfflineQueue, QueuedCommand } from '@roer/domain/offline-queue';
import { send, shownBy, startReplica } from '@roer/domain/replica';
import { createSender } from '@roer/web/live/queue-sender.ts';
import type { Sender, Settled, Tried } from '@roer/web/live/queue-sender.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const context = { actorId: theId('person', 1), today };
const command = (number: number, given: Partial<QueuedCommand> = {}): QueuedCommand => ({
  commandId: theId('command', number),
  teamId: theId('team', 1),
  name: 'createArea',
  input: { id: theId('area', 100 + number), name: `Area ${number}` },
  context,
  at: number,
  title: null,
  seen: null,
  waited: false,
  ...given,
});
const undoOf = (number: number, of: number): QueuedCommand =>
  command(number, { name: 'undo', input: { undoes: theId('command', of) } });
const failure = { code: 'changedMeanwhile', detail: {} };
const queueOf = (...commands: QueuedCommand[]): OfflineQueue =>
  commands.reduce((queue, each) => afterEvent(queue, { what: 'given', command: each }), emptyQueue);
const idsOf = (commands: readonly QueuedCommand[]): CommandId[] => commands.map(({ commandId }) => commandId);

describe('the queue', () => {
  it('F8 keeps a command once, until it was done or refused', () => {
    const queue = queueOf(command(1), command(2), command(1));
    expect(idsOf(queue.waiting)).toEqual([theId('command', 1), theId('command', 2)]);
    const done = afterEvent(queue, { what: 'done', commandId: theId('command', 1) });
    expect(idsOf(done.waiting)).toEqual([theId('command', 2)]);
    expect(afterEvent(done, { what: 'done', commandId: theId('command', 1) })).toEqual(done);
  });

  it('F9 sends the first of a team, and teams beside each other', () => {
    const queue = queueOf(command(1), command(2, { teamId: theId('team', 2) }), command(3));
    expect(nextOf(queue, theId('team', 1))?.commandId).toBe(theId('command', 1));
    expect(nextOf(queue, theId('team', 2))?.commandId).toBe(theId('command', 2));
    expect(nextOf(queue, theId('team', 3))).toBeUndefined();
  });

  it('F10 keeps what was refused after it waited, and what nobody was told', () => {
    const refused = (queue: OfflineQueue, told: boolean): OfflineQueue =>
      afterEvent(queue, { what: 'refused', commandId: theId('command', 1), failure, told });
    expect(refused(queueOf(command(1)), true)).toEqual(emptyQueue);
    expect(refused(queueOf(command(1)), false).refused).toEqual([{ ...command(1), failure }]);
    const waited = afterEvent(queueOf(command(1)), { what: 'unreached', teamId: theId('team', 1) });
    expect(idsOf(refused(waited, true).refused)).toEqual([theId('command', 1)]);
    const dismissed = afterEvent(refused(waited, true), { what: 'dismissed', commandId: theId('command', 1) });
    expect(dismissed).toEqual(emptyQueue);
    // A copy of the request that came through after all.
    expect(afterEvent(refused(waited, true), { what: 'done', commandId: theId('command', 1) })).toEqual(emptyQueue);
  });

  it('F11 forgets both a refused command and what takes it back', () => {
    const queue = queueOf(command(1), undoOf(2, 1), command(3));
    const after = afterEvent(queue, { what: 'refused', commandId: theId('command', 1), failure, told: false });
    expect(after).toEqual(queueOf(command(3)));
  });

  it('F12 keeps nothing of a team that the person is no longer in', () => {
    const queue = queueOf(command(1), command(2, { teamId: theId('team', 2) }));
    const kept = afterEvent(queue, { what: 'teams', teamIds: [theId('team', 2)] });
    expect(idsOf(kept.waiting)).toEqual([theId('command', 2)]);
  });
});

describe('what waits is shown', () => {
  const team = aTeam({ people: 2, responsibilities: [responsibility(1)] });
  const shown = (...commands: QueuedCommand[]) =>
    shownBy(commands.reduce((replica, each) => send(replica, pendingOf(each)), startReplica(0, team)));

  it('F6 F8 shows a kept command as when it was given, by its name and input alone', () => {
    const kept: unknown = JSON.parse(JSON.stringify(command(1)));
    // As a device gives it back.
    expect(Object.values(shown(kept as QueuedCommand).area).map(({ name }) => name)).toContain('Area 1');
    expect(shown(command(1, { name: 'gone' as 'edit' }))).toEqual(team);
  });

  it('F11 shows neither a command nor what takes it back while both wait', () => {
    expect(shown(command(1), undoOf(2, 1))).toEqual(team);
    expect(Object.keys(shown(command(1), undoOf(2, 1), command(3)).area)).toHaveLength(
      Object.keys(team.area).length + 1,
    );
  });

  it('F10 knows the row that an edit is another version of', () => {
    const row = team.responsibility[theId('responsibility', 1)];
    const input = { responsibilityId: theId('responsibility', 1), version: 1 };
    expect(rowOfEdit(team, { name: 'edit', input })).toBe(row);
    expect(rowOfEdit(team, { name: 'close', input })).toBeNull();
    expect(rowOfEdit(team, { name: 'edit', input: { responsibilityId: theId('responsibility', 9) } })).toBeNull();
    expect(titleOf(team, input)).toBe(row?.title);
    expect(titleOf(team, {})).toBeNull();
  });
});

/** A server that does a number once, and refuses what its input says. */
type Server = { log: { commandId: CommandId; teamId: TeamId }[]; requests: number };
type Fate = 'answered' | 'lostOnTheWay' | 'answerLost' | 'twice';
type Plan = {
  commands: { window: number; team: number; refused: boolean; undo: boolean }[];
  fates: Fate[];
  crashes: { after: number; window: number }[];
  keeps: boolean;
  locks: boolean;
};

const plan: fc.Arbitrary<Plan> = fc.record({
  commands: fc.array(fc.record({ window: fc.nat(1), team: fc.nat(1), refused: fc.boolean(), undo: fc.boolean() }), {
    minLength: 3,
    maxLength: 14,
  }),
  fates: fc.array(fc.constantFrom<Fate>('answered', 'answered', 'lostOnTheWay', 'answerLost', 'twice'), {
    maxLength: 40,
  }),
  crashes: fc.array(fc.record({ after: fc.nat(30), window: fc.nat(1) }), { maxLength: 4 }),
  keeps: fc.boolean(),
  locks: fc.boolean(),
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const play = async ({ commands, fates, crashes, keeps, locks }: Plan) => {
  const server: Server = { log: [], requests: 0 };
  const refusedIds = new Set(
    commands.flatMap((each, index) => (each.refused && !each.undo ? [theId('command', index + 1)] : [])),
  );
  const serve = (queued: QueuedCommand): Tried<boolean> => {
    if (server.log.some(({ commandId }) => commandId === queued.commandId)) return { is: 'done', answer: true };
    if (refusedIds.has(queued.commandId)) return { is: 'refused', failure };
    if (
      queued.name === 'undo' &&
      !server.log.some(({ commandId }) => commandId === (queued.input as { undoes: CommandId }).undoes)
    )
      return { is: 'refused', failure: { code: 'nothingToUndo', detail: {} } };
    server.log.push({ commandId: queued.commandId, teamId: queued.teamId });
    return { is: 'done', answer: true };
  };
  /** What the two windows share; a browser that keeps nothing gives each its own. */
  const disk: OfflineQueue[] = [emptyQueue, emptyQueue];
  const placeOf = (window: number): number => (keeps ? 0 : window);
  const turns = new Map<TeamId, Promise<unknown>>();
  const told: { commandId: CommandId; settled: Settled }[] = [];
  const orders: CommandId[][] = [[], []];

  const open = (window: number): Sender =>
    createSender<boolean>({
      change: async (work) => {
        await turn();
        const queue = wired(work(disk[placeOf(window)] ?? emptyQueue));
        disk[placeOf(window)] = queue;
        return queue;
      },
      alone: (teamId, work) => {
        if (!locks || !keeps) return work();
        const mine = (turns.get(teamId) ?? Promise.resolve()).then(work, work);
        turns.set(
          teamId,
          mine.catch(() => undefined),
        );
        return mine;
      },
      ask: async (queued) => {
        const fate = fates[server.requests] ?? 'answered';
        server.requests += 1;
        await turn();
        if (fate === 'lostOnTheWay') return { is: 'later' };
        if (fate === 'twice') serve(queued);
        const tried = serve(queued);
        await turn();
        return fate === 'answerLost' ? { is: 'later' } : tried;
      },
      pause: turn,
      settled: () => undefined,
      shown: () => undefined,
    });

  const windows = [open(0), open(1)];
  const given: Promise<unknown>[] = [];
  const crash = async (window: number): Promise<void> => {
    windows[window]?.stop();
    const opened = open(window);
    windows[window] = opened;
    // Without a lock or a disk nothing of the window before is left running.
    void opened.sendWaiting();
  };
  for (const [index, each] of commands.entries()) {
    for (const { after, window } of crashes) if (after === index && keeps) await crash(window);
    const queued =
      each.undo && index > 0
        ? { ...undoOf(index + 1, index), teamId: theId('team', (commands[index - 1]?.team ?? 0) + 1) }
        : command(index + 1, { teamId: theId('team', each.team + 1) });
    orders[placeOf(each.window)]?.push(queued.commandId);
    const stored = windows[each.window]
      ?.give(queued)
      .then((settled) => told.push({ commandId: queued.commandId, settled }));
    if (stored) given.push(stored);
    // Kept is kept: a window that crashes before that gave nothing. This one waits for that moment.
    await turn();
    await turn();
    if (index % 3 === 0) await turn();
  }
  for (let rounds = 0; disk.some(({ waiting }) => waiting.length > 0); rounds += 1) {
    if (rounds > 2000) throw new Error('It never came to an end.');
    // As when the connection is back, once.
    if (rounds === 0) for (const window of windows) void window.sendWaiting();
    await turn();
  }
  for (let rest = 0; rest < 20; rest += 1) await turn();
  return { server, disk, told, orders, refusedIds };
};

const wired = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

it('F8 F9 F10 F11 whatever is lost, doubled or crashes, in one window or two, every command is done once and in order, or told or kept as refused', async () => {
  let done = 0;
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(plan, async (all) => {
      const { server, disk, told, orders, refusedIds } = await play(all);
      const ids = server.log.map(({ commandId }) => commandId);
      expect(new Set(ids).size).toBe(ids.length);
      const keptRefused = disk.flatMap(({ refused }) => idsOf(refused));
      for (const id of ids) expect(keptRefused).not.toContain(id);
      for (const [place, order] of orders.entries()) {
        for (const teamId of [theId('team', 1), theId('team', 2)]) {
          const doneOfTeam = server.log.filter((each) => each.teamId === teamId).map(({ commandId }) => commandId);
          expect(doneOfTeam.filter((id) => order.includes(id))).toEqual(order.filter((id) => doneOfTeam.includes(id)));
        }
        for (const id of order) {
          const isTold = told.some(({ commandId, settled }) => commandId === id && settled.is === 'refused');
          const given = all.commands[Number(id.slice(-12)) - 1];
          if (refusedIds.has(id)) {
            expect(ids).not.toContain(id);
            const number = Number(id.slice(-12));
            const undone = all.commands[number]?.undo === true;
            if (!undone) expect(isTold || keptRefused.includes(id), `${id} in window ${place}`).toBe(true);
          } else if (given?.undo === false) expect(ids, `${id} in window ${place}`).toContain(id);
        }
      }
      done += ids.length;
      kept += keptRefused.length;
    }),
    { numRuns: 150 },
  );
  expect(done).toBeGreaterThan(400);
  expect(kept).toBeGreaterThan(50);
}, 120_000);

it('F6 what cannot be shown is no crash', () => {
  const team = aTeam({ people: 1, responsibilities: [] });
  const gone = command(1, { name: 'close', input: { responsibilityId: theId('responsibility', 9) } });
  expect(() => pendingOf(gone).decide(team)).toThrow(DomainError);
  expect(shownBy(send(startReplica(0, team), pendingOf(gone)))).toEqual(team);
});

it('F7 rows are the same by their values, whatever the order of their keys, also inside', () => {
  const duty = { id: 'x', schedules: [{ rrule: 'FREQ=DAILY', start: '2026-11-23' }], endedOn: null };
  expect(sameRow(duty, { schedules: [{ start: '2026-11-23', rrule: 'FREQ=DAILY' }], endedOn: null, id: 'x' })).toBe(
    true,
  );
  expect(sameRow(duty, { ...duty, schedules: [{ rrule: 'FREQ=DAILY', start: '2026-11-24' }] })).toBe(false);
  expect(sameRow(duty, { ...duty, schedules: [...duty.schedules, ...duty.schedules] })).toBe(false);
  expect(sameRow({ season: [1, 2] }, { season: [2, 1] })).toBe(false);
  expect(sameRow({ a: undefined }, { b: undefined })).toBe(false);
});
