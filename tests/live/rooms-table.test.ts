import { afterAll, beforeAll, expect, it } from 'vitest';
import type { rooms } from '@roer/api/live/room-names';
import type { Live } from '@roer/api/live/live';
import { hashToken, tokenFromCookies } from '@roer/api/platform/session';
import type { CommandId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { actors, endedSessions, personOf } from '../features/rights-scene.ts';
import type { ActorName } from '../features/rights-scene.ts';
import { hear } from './hear.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  // The heads are told so seldom that they are not among what is heard.
  application = await startApplication({ headsEvery: 3_600_000, requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
});
afterAll(() => application.close());

type Listener = Exclude<ActorName, 'stranger' | (typeof endedSessions)[number]>;
const isListener = (actor: ActorName): actor is Listener =>
  actor !== 'stranger' && !endedSessions.some((ended) => ended === actor);
const listeners = actors.filter(isListener);
const ofWater = listeners.filter((actor) => actor !== 'otherOrganisation' && actor !== 'otherAdministrator');

/** What is told in a room of the team, person, organisation or session that everything is about, and who hears it. */
type Entry = { tell: (live: Live, tokenHash: string) => unknown; heard: string; by: readonly ActorName[] };
const table: Record<keyof typeof rooms, Entry> = {
  team: {
    tell: (live) =>
      live.deliver({
        feed: world.water.teams.permits,
        seq: 1,
        // The clock makes ids of whatever is asked for.
        commandId: application.clock.newId() as CommandId,
        actorId: world.water.people.ben,
        action: 'area.create',
        at: application.clock.now(),
        changes: [],
      }),
    heard: 'change',
    by: ['member'],
  },
  person: { tell: (live) => live.nudgePeople([world.water.people.ben]), heard: 'learningChanged', by: ['member'] },
  organisation: { tell: (live) => live.released(world.water.id), heard: 'released', by: ofWater },
  managers: {
    tell: (live) => live.nudgeManagers(world.water.id),
    heard: 'dashboardChanged',
    by: ['manager', 'otherManager'],
  },
  session: { tell: (live, tokenHash) => live.endSession({ tokenHash }), heard: 'sessionEnded', by: ['member'] },
};

it.each(Object.entries(table))(
  'A1 A2 A4 what is told in the room of a %s is heard by who belongs there alone',
  async (_room, { tell, heard, by }) => {
    const cookies = await Promise.all(listeners.map((actor) => application.signIn(personOf(world, actor))));
    const sockets = await Promise.all(cookies.map((cookie) => application.socket(cookie)));
    const ears = sockets.map((socket) => hear(socket));
    // Everybody asks for everything.
    for (const socket of sockets)
      for (const teamId of Object.values(world.water.teams)) await socket.emitWithAck('listen', { teamId });
    const before = ears.map(({ all }) => all.length);
    const memberCookie = cookies[listeners.indexOf('member')] ?? '';
    tell(application.app.platform.live, hashToken(tokenFromCookies(memberCookie) ?? ''));
    await expect.poll(() => ears.filter(({ all }) => all.includes(heard)).length).toBe(by.length);
    // A message that was sent before an answer arrives before it.
    await Promise.all(
      sockets.map((socket) => socket.connected && socket.emitWithAck('listen', { teamId: world.water.teams.permits })),
    );
    const told = listeners.filter((_, index) => ears[index]?.all.slice(before[index]).includes(heard));
    expect(told).toEqual(by);
    for (const socket of sockets) socket.close();
  },
);
