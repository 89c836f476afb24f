import { startEmbeddedPostgres } from '@roer/db/embedded-postgres';
import { openSecrets } from '@roer/db/secrets';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const asRoot = process.getuid?.() === 0;
const lines: string[] = [];
const log = (line: string): void => void lines.push(line);

let home: string;
let dataDirectory: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'roer-embedded-'));
  dataDirectory = join(home, 'data');
  lines.length = 0;
});

afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

const ask = async (url: string, statement: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client
    .query<Record<string, unknown>>(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end());
};

const pidIn = async (): Promise<number> =>
  Number((await readFile(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** Another process that starts the same database and then only waits, as a Roer does. */
const startElsewhere = async (): Promise<{ kill: () => Promise<void> }> => {
  const module = new URL('../../packages/db/src/embedded-postgres.ts', import.meta.url).href;
  const code = `import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    await startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)}, log: () => {} });
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { kill };
};

describe('the embedded PostgreSQL', () => {
  it('starts, asks for a password, flushes to disk, and keeps its data', async () => {
    const first = await startEmbeddedPostgres({ dataDirectory, log });
    expect(lines).toHaveLength(1);
    await ask(first.ownerUrl, 'create table kept (value int)');
    await ask(first.ownerUrl, 'insert into kept values (7)');
    expect(await ask(first.ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await ask(first.ownerUrl, `select rolsuper from pg_roles where rolname = current_user`)).toEqual([
      { rolsuper: false },
    ]);
    const withoutPassword = new URL(first.ownerUrl);
    withoutPassword.password = 'guess';
    await expect(ask(withoutPassword.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await Promise.all([first.stop(), first.stop()]);
    expect(await first.ended).toBe('exit code 0');

    const second = await startEmbeddedPostgres({ dataDirectory, log });
    expect(await ask(second.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
    await second.stop();
    expect(lines).toHaveLength(1);
  });

  it('starts again after it was killed, and says that it ended', async () => {
    const first = await startEmbeddedPostgres({ dataDirectory, log });
    await ask(first.ownerUrl, 'create table kept (value int)');
    process.kill(await pidIn(), 'SIGKILL');
    expect(await first.ended).toBe('signal SIGKILL');
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDirectory, log });
    expect(await ask(second.ownerUrl, 'select value from kept')).toEqual([]);
    await second.stop();
  });

  it('takes over from a Roer that was killed, and refuses while one is alive', async () => {
    const other = await startElsewhere();
    try {
      await expect(startEmbeddedPostgres({ dataDirectory, log })).rejects.toThrow('in use by another Roer');
      await other.kill();
      const ours = await startEmbeddedPostgres({ dataDirectory, log });
      expect(lines).toContain('Stopping the database that an earlier start left behind');
      expect(await ask(ours.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      await ours.stop();
    } finally {
      await other.kill();
    }
  });

  it('does not mind a number that now belongs to another process, and leaves that one alone', async () => {
    await (await startEmbeddedPostgres({ dataDirectory, log })).stop();
    const pidFile = join(dataDirectory, 'postgres', 'postmaster.pid');
    const { uid, gid } = await stat(join(dataDirectory, 'postgres'));
    const innocent = spawn('sleep', ['600'], asRoot ? { uid, gid } : {});
    try {
      await writeFile(pidFile, `${innocent.pid}\n${join(dataDirectory, 'postgres')}\n`);
      const started = await startEmbeddedPostgres({ dataDirectory, log });
      expect(await pidIn()).not.toBe(innocent.pid);
      await started.stop();
      expect(innocent.exitCode ?? innocent.signalCode).toBeNull();
    } finally {
      innocent.kill();
    }
  });

  it('never takes half a data folder for a whole one', async () => {
    await mkdir(join(dataDirectory, 'postgres.draft', 'base'), { recursive: true });
    const started = await startEmbeddedPostgres({ dataDirectory, log });
    await started.stop();
    await expect(stat(join(dataDirectory, 'postgres.draft'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('starts in a folder that only we may enter', async () => {
    await chmod(home, 0o700);
    const started = await startEmbeddedPostgres({ dataDirectory, log });
    await started.stop();
    const folder = await stat(join(dataDirectory, 'postgres'));
    expect(folder.mode & 0o777).toBe(0o700);
    if (asRoot) expect(folder.uid).not.toBe(0);
    expect((await stat(join(dataDirectory, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it.runIf(asRoot && process.platform === 'linux')('tells another user whose data these are', async () => {
    await (await startEmbeddedPostgres({ dataDirectory, log })).stop();
    await chmod(home, 0o755);
    const module = new URL('../../packages/db/src/embedded-postgres.ts', import.meta.url).href;
    const code = `import { startEmbeddedPostgres } from ${JSON.stringify(module)};
      await startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)}, log: () => {} }).catch((error) => console.log(error.message));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], {
      uid: 1234,
      gid: 1234,
      cwd: '/',
    });
    expect(stdout).toContain('belongs to another user');
  });
});

describe('the secrets', () => {
  it('are made once, also by two at once, and differ by purpose', async () => {
    const [one, two] = await Promise.all([openSecrets(dataDirectory), openSecrets(dataDirectory)]);
    expect(one.auth).toBe(two.auth);
    expect((await openSecrets(dataDirectory)).rolePassword('roer_app')).toBe(one.rolePassword('roer_app'));
    expect(
      new Set([one.auth, one.rolePassword('roer_app'), one.rolePassword('roer_identity'), one.derive('other')]).size,
    ).toBe(4);
  });

  it('say so when they are damaged', async () => {
    await mkdir(dataDirectory);
    await writeFile(join(dataDirectory, 'secrets.json'), '{');
    await expect(openSecrets(dataDirectory)).rejects.toThrow('is damaged');
  });
});
