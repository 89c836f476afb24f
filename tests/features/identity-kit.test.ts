import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
});
afterAll(() => application.close());

it('gives a member their team, over http and over a socket', async () => {
  const cookie = await application.signIn(world.water.people.ada);
  const teamId = world.water.teams.permits;
  const { snapshot } = await application.client(cookie).responsibilities.board.query({ teamId });
  expect(Object.values(snapshot.member).map((member) => member.name)).toEqual(
    expect.arrayContaining(['Ada Yilmaz', 'Ben de Boer', 'Fatma Demir']),
  );
  const socket = await application.socket(cookie);
  expect(await socket.emitWithAck('listen', { teamId })).toEqual({ ok: true, head: 0 });
});
