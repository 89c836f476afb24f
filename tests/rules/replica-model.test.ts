import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChanges } from '@roer/domain/feed';
import type { Delivery, TeamSnapshot } from '@roer/domain/feed';
import type { CommandId } from '@roer/domain/ids';
import { forget, isBehind, receive, restart, send, shownBy, startReplica } from '@roer/domain/replica';
import type { Replica } from '@roer/domain/replica';
import { aTeam, responsibility, theId, today } from './team-builder.ts';
import { commandOf, decided, steps } from './team-model.ts';
import type { Command, Done, Step } from './team-model.ts';

type Answer = { commandId: CommandId; delivery: Delivery | null };
/** One browser, what it sent that the server has not done, the answers that are on their way to it, and its broadcasts. */
type Browser = {
  replica: Replica;
  sent: { command: Command; commandId: CommandId }[];
  answers: Answer[];
  broadcasts: Delivery[];
};
type Server = { team: TeamSnapshot; snapshots: TeamSnapshot[]; log: Delivery[]; done: Done[] };
type Event = Step & { what: 'act' | 'serve' | 'broadcast' | 'lose' | 'answer' | 'catchUp' | 'snapshot' | 'reset' };

const wired = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const appended = (
  server: Server,
  delivery: Omit<Delivery, 'seq' | 'feed' | 'at'>,
  browsers: readonly Browser[],
): Delivery => {
  const row: Delivery = { ...delivery, feed: theId('team', 1), at: 0, seq: server.log.length + 1 };
  server.log.push(row);
  server.team = applyChanges(server.team, row.changes);
  server.snapshots.push(server.team);
  for (const browser of browsers) browser.broadcasts.push(row);
  return row;
};

const act = (browser: Browser, event: Event, { server, number }: { server: Server; number: number }): void => {
  const seen = shownBy(browser.replica);
  const command = commandOf(event, { seen, number, day: today, done: server.done });
  if (!command) return;
  const commandId = theId('command', number);
  browser.replica = send(browser.replica, { commandId, decide: command.decide });
  browser.sent.push({ command, commandId });
};

const serve = (browser: Browser, server: Server, browsers: readonly Browser[]): void => {
  const next = browser.sent.shift();
  if (!next) return;
  const { command, commandId } = next;
  const changes = decided(command, server.team) ?? [];
  if (changes.length === 0) {
    browser.answers.push({ commandId, delivery: null });
    return;
  }
  const { actorId } = command.context;
  const delivery = appended(server, { commandId, actorId, action: command.action, changes }, browsers);
  server.done.push({ action: command.action, changes, actor: Number(actorId.slice(-12)) });
  browser.answers.push({ commandId, delivery });
};

const takeAnswer = (browser: Browser, { commandId, delivery }: Answer): void => {
  browser.replica = delivery ? receive(browser.replica, wired(delivery)).replica : forget(browser.replica, commandId);
};

const takeSnapshot = (browser: Browser, server: Server, seq: number): void => {
  const snapshot = server.snapshots[seq];
  if (snapshot) browser.replica = restart(browser.replica, seq, wired(snapshot));
};

const catchUp = (browser: Browser, server: Server): void => {
  for (const delivery of server.log.slice(browser.replica.seq)) {
    const { replica, need } = receive(browser.replica, wired(delivery));
    browser.replica = replica;
    if (need === 'snapshot') takeSnapshot(browser, server, server.log.length);
  }
};

const happen = (
  event: Event,
  { server, browsers, number }: { server: Server; browsers: Browser[]; number: number },
): void => {
  const browser = browsers[event.person - 1];
  if (!browser) return;
  const broadcast = browser.broadcasts[event.which % Math.max(1, browser.broadcasts.length)];
  switch (event.what) {
    case 'act':
      return act(browser, event, { server, number });
    case 'serve':
      return serve(browser, server, browsers);
    case 'broadcast':
      // Any of them in any order, and as it stays in the list, perhaps again.
      if (broadcast) browser.replica = receive(browser.replica, wired(broadcast)).replica;
      return;
    case 'lose':
      browser.broadcasts = browser.broadcasts.filter((each) => each !== broadcast);
      return;
    case 'answer': {
      // An answer may be lost, too: the retry is answered with the same, so it stays until it is taken for good.
      const [answer] = browser.answers;
      if (answer) takeAnswer(browser, answer);
      if (event.flag) browser.answers.shift();
      return;
    }
    case 'catchUp':
      return catchUp(browser, server);
    case 'snapshot':
      return takeSnapshot(browser, server, event.which % server.snapshots.length);
    case 'reset': {
      const changes = Object.values(server.team.offer).map((before) => ({
        entity: 'offer' as const,
        before,
        after: null,
      }));
      appended(
        server,
        { commandId: theId('command', number), actorId: theId('person', 1), action: 'reset', changes },
        browsers,
      );
    }
  }
};

const people = 3;
const events = steps(people, { least: 20, most: 100 }).chain((all) =>
  fc
    .array(
      fc.constantFrom<Event['what']>(
        'act',
        'act',
        'act',
        'serve',
        'serve',
        'serve',
        'broadcast',
        'broadcast',
        'lose',
        'answer',
        'catchUp',
        'snapshot',
        'reset',
      ),
      { minLength: all.length, maxLength: all.length },
    )
    .map((kinds) => all.map((step, index): Event => ({ ...step, what: kinds[index] ?? 'act' }))),
);

it('F1 F2 F3 F5 F6 snapshot(n) + changes(n…m) = snapshot(m), whatever is lost, doubled, late or out of order', () => {
  let settled = 0;
  fc.assert(
    fc.property(events, (all) => {
      const team = aTeam({ people, responsibilities: [responsibility(1), responsibility(2)] });
      const server: Server = { team, snapshots: [team], log: [], done: [] };
      const browsers = Array.from({ length: people }, (): Browser => ({
        replica: startReplica(0, team),
        sent: [],
        answers: [],
        broadcasts: [],
      }));
      for (const [index, event] of all.entries()) {
        happen(event, { server, browsers, number: 100 + index });
        for (const { replica } of browsers) expect(replica.confirmed).toEqual(server.snapshots[replica.seq]);
      }
      for (const browser of browsers) while (browser.sent.length > 0) serve(browser, server, browsers);
      for (const browser of browsers) {
        for (const answer of browser.answers) takeAnswer(browser, answer);
        if (isBehind(browser.replica, server.log.length)) catchUp(browser, server);
        const { replica } = browser;
        expect([replica.seq, replica.early, replica.pending]).toEqual([server.log.length, [], []]);
        expect(replica.confirmed).toEqual(server.team);
        expect(shownBy(replica)).toBe(replica.confirmed);
      }
      settled += server.done.length;
    }),
    { numRuns: 400 },
  );
  expect(settled).toBeGreaterThan(800);
});
