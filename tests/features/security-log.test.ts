import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { givePassword } from '../kit/accounts.ts';
import { signInWith } from '../kit/sign-in.ts';
import { runStatement } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import { openScene, text } from './rights-scene.ts';

const lines: string[] = [];
let application: TestApplication;
/** Also what a library writes past the log. */
const printed = [
  vi.spyOn(process.stdout, 'write'),
  vi.spyOn(process.stderr, 'write'),
  vi.spyOn(console, 'log'),
  vi.spyOn(console, 'info'),
  vi.spyOn(console, 'warn'),
  vi.spyOn(console, 'error'),
];
beforeAll(async () => {
  application = await startApplication({ headsEvery: 50, log: (line) => lines.push(line) });
});
afterAll(() => application.close());

const marker = {
  name: 'Marker-Person',
  email: 'marker-mail@water.example',
  password: 'marker wachtwoord lang',
  title: 'Marker-Title',
  purpose: 'Marker-Purpose',
  area: 'Marker-Area',
  search: 'Marker-Search',
};

it('no word of anybody reaches the log, whatever goes wrong', async () => {
  const world = await createWorld(application.database);
  const scene = openScene(application, world, 'member');
  const { ada, anna } = world.water.people;
  const cookie = await application.signIn(ada);
  const member = application.client(cookie);
  const administrator = await scene.as(anna);
  const teamId = world.water.teams.permits;
  const areaId = scene.newId<'area'>();
  const personId = scene.newId<'person'>();
  const command = () => ({ commandId: scene.newId<'command'>(), teamId });
  const everything = async (): Promise<unknown[]> =>
    Promise.allSettled([
      member.responsibilities.createArea.mutate({ ...command(), id: scene.newId(), name: marker.area }),
      member.responsibilities.add.mutate({
        ...command(),
        areas: [{ id: areaId, name: marker.area, order: 0 }],
        responsibilities: [
          {
            ...text(areaId),
            id: scene.newId(),
            catalogueItemId: scene.newId(),
            title: marker.title,
            purpose: marker.purpose,
          },
        ],
      }),
      member.organisation.searchPeople.query({ text: marker.search }),
      administrator.organisation.createPerson.mutate({
        commandId: scene.newId(),
        id: personId,
        name: marker.name,
        email: marker.email,
        membership: null,
        invite: true,
      }),
      member.identity.changePassword.mutate({ currentPassword: marker.password, newPassword: marker.password }),
      member.identity.linkInfo.mutate({ token: marker.password }),
      member.responsibilities.board.query({ teamId }),
      signInWith(application, { email: marker.email, password: marker.password }),
    ]);
  await everything();
  await givePassword(application, { organisationId: world.water.id, personId }, marker);
  await everything();
  const socket = await application.socket(cookie);
  await socket.emitWithAck('listen', { teamId });
  // From here on the database refuses, each time with a message that quotes what it was asked.
  const refuse = (table: string): Promise<void> =>
    runStatement(application.database.ownerUrl, `ALTER TABLE "${table}" RENAME TO "${table}Gone"`);
  const before = lines.length;
  await refuse('Area');
  await refuse('Person');
  await everything();
  await refuse('Feed');
  await socket.emitWithAck('listen', { teamId });
  await refuse('Session');
  await refuse('Account');
  await everything();
  const past = printed.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(' ')));
  vi.restoreAllMocks();
  expect(past).toEqual([]);
  const written = lines.slice(before).join('');
  expect(written).toContain('responsibilities.createArea');
  expect(lines.filter((line) => line.includes('"live"')).length).toBeGreaterThan(0);
  const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? 'no token';
  const secrets = [...Object.values(marker), token, 'Ada Yilmaz', 'Vergunningen', 'water.example'];
  for (const secret of secrets) expect(lines.join('').toLowerCase(), secret).not.toContain(secret.toLowerCase());
});
