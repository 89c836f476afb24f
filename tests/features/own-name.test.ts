import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Id } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
});
afterAll(() => application.close());

type Name = keyof typeof world.water.people;
const as = async (name: Name): Promise<TestClient> =>
  application.client(await application.signIn(world.water.people[name]));
// The brand exists only for the compiler.
const named = (name: string) => ({ commandId: application.clock.newId() as Id<'command'>, name });

it('MD11 O7 is changed by oneself, trimmed as by an administrator, live in every team and in the log as one’s own doing', async () => {
  const { fatma, dina } = world.water.people;
  const socket = await application.socket(await application.signIn(dina));
  expect(await socket.emitWithAck('listen', { teamId: world.water.teams.green })).toMatchObject({ ok: true });
  const { changes } = hear(socket);
  const { organisation, identity, audit } = await as('fatma');
  const command = named('  Fatma Demir-Kaya ');
  await organisation.renameMyself.mutate(command);
  // A retry after an answer that was lost, and a name that it has already.
  await organisation.renameMyself.mutate(command);
  await organisation.renameMyself.mutate(named('Fatma Demir-Kaya'));
  await expect
    .poll(() => changes)
    .toMatchObject([{ action: 'person.rename', actorId: fatma, changes: [{ after: { name: 'Fatma Demir-Kaya' } }] }]);
  expect(await identity.me.query()).toMatchObject({ person: { name: 'Fatma Demir-Kaya' } });
  const written = await runQuery(
    application.database.ownerUrl,
    `SELECT "actorId", "action", "detail" FROM "AuditEntry" WHERE "subjectId" = '${fatma}' AND "teamId" IS NULL`,
  );
  expect(written).toEqual([{ actorId: fatma, action: 'person.renameOneself', detail: {} }]);
  expect(await audit.mine.query()).toContainEqual(
    expect.objectContaining({
      actor: expect.objectContaining({ name: 'Fatma Demir-Kaya' }),
      action: 'person.renameOneself',
    }),
  );
});

it('MD11 cannot be empty or endless, and nobody else’s is asked for', async () => {
  const { organisation } = await as('fatma');
  for (const name of ['', '   ', 'x'.repeat(121)])
    await expect(organisation.renameMyself.mutate(named(name))).rejects.toMatchObject({ data: { code: 'badInput' } });
  const { ada, fatma } = world.water.people;
  const smuggled = { ...named('Iemand Anders'), personId: ada };
  await organisation.renameMyself.mutate(smuggled);
  const people = await (await as('anna')).organisation.people.query();
  expect([ada, fatma].map((personId) => people.find(({ id }) => id === personId)?.name)).toEqual([
    'Ada Yilmaz',
    'Iemand Anders',
  ]);
});
