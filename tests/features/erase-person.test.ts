import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDataDirectory, typeCommand } from '../kit/command.ts';
import { createTestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';

it('OP20 MD5 erases somebody at the command line, after it told what goes and only when it was said twice', async () => {
  const database = await createTestDatabase();
  const directory = await makeDataDirectory();
  try {
    const { water } = await createWorld(database);
    const here = (...words: string[]) =>
      typeCommand(['erase-person', ...words], { DATA_DIR: directory, DATABASE_URL: database.ownerUrl });
    const names = async (): Promise<string[]> =>
      (await runQuery<{ name: string }>(database.ownerUrl, 'SELECT "name" FROM "Person"')).map(({ name }) => name);
    expect(await here('--person', 'Ada')).toMatchObject({ code: 2 });
    expect(await here('--person', 'nobody@water.example', '--yes')).toMatchObject({ code: 1 });
    const asked = await here('--person', 'Ada@water.example');
    expect(asked).toMatchObject({ code: 1, complaints: '' });
    expect(asked.out).toContain('Ada Yilmaz, of Gemeente Waterrijk, in Vergunningen.');
    expect(asked.out).toContain('Goes: name and e-mail address, account, passkeys,');
    expect(asked.out).toContain('Counts until its result: answers of this check-in.');
    expect(asked.out).toContain('Nothing was changed.');
    expect(await names()).toContain('Ada Yilmaz');
    const done = await here('--person', 'ada@water.example', '--yes');
    expect(done).toMatchObject({ code: 0, complaints: '' });
    expect(await names()).not.toContain('Ada Yilmaz');
    expect(await readdir(join(directory, 'erasures'))).toEqual([water.people.ada]);
    expect(await here('--person', water.people.ada, '--yes')).toMatchObject({ code: 1 });
    // Nobody here can sign in with a password, so nobody would be left.
    const last = await here('--person', water.people.anna, '--yes');
    expect(last).toMatchObject({ code: 1 });
    expect(last.out).toContain('last administrator');
    expect(await names()).toContain('Anna Smit');
  } finally {
    await database.drop();
    await rm(directory, { recursive: true, force: true });
  }
});
