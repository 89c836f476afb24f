import { asRole, toDatabase } from '@roer/db/connection-url';
import { openDatabase } from '@roer/db/connect';
import { startEmbeddedPostgres } from '@roer/db/embedded-postgres';
import { migrate } from '@roer/db/migrate';
import { openSecrets, secretsFrom } from '@roer/db/secrets';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { runStatement } from './statement.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner of the test server, at its first database. */
    testServerUrl: string;
    /** A migrated database that every test file gets a copy of. */
    testTemplate: string;
    testSecret: string;
  }
}

/** For TEST_DATABASE_SERVER, as JSON. */
export type ServerForTests = Pick<ProvidedContext, 'testServerUrl' | 'testTemplate' | 'testSecret'>;

const provide = (project: TestProject, server: ServerForTests): void => {
  project.provide('testServerUrl', server.testServerUrl);
  project.provide('testTemplate', server.testTemplate);
  project.provide('testSecret', server.testSecret);
};

/** No power cut is survived by what tests write: nothing waits for the disk. How a server starts is as it is for everybody. */
const keepNothing = async (ownerUrl: string, dataDirectory: string): Promise<void> => {
  const password = (await openSecrets(dataDirectory)).rolePassword('postgres');
  const adminUrl = asRole(ownerUrl, { name: 'postgres', password });
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await runStatement(adminUrl, `alter system set ${setting} = off`);
  await runStatement(adminUrl, 'select pg_reload_conf()');
};

/** Runs once for all tests that need a database: starts a server (or uses DATABASE_URL) and migrates one database on it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env['TEST_DATABASE_SERVER'];
  if (given !== undefined) {
    // Tests that start tests give them what they got themselves.
    const server = JSON.parse(given) as ServerForTests;
    provide(project, server);
    return async () => undefined;
  }
  const external = process.env['DATABASE_URL'];
  const dataDirectory = await mkdtemp(join(tmpdir(), 'roer-test-'));
  const server =
    external === undefined || external === ''
      ? await startEmbeddedPostgres({ dataDirectory, log: () => undefined }).catch(async (error: unknown) => {
          await rm(dataDirectory, { recursive: true, force: true });
          throw error;
        })
      : { ownerUrl: external, stop: async (): Promise<void> => undefined };
  const testTemplate = `roer_test_template_${process.pid}`;
  // Roles belong to the whole cluster: runs beside each other on one cluster must agree on their passwords.
  const testSecret = createHash('sha256')
    .update(external ?? dataDirectory)
    .digest('base64url');

  try {
    if (external === undefined || external === '') await keepNothing(server.ownerUrl, dataDirectory);
    await runStatement(server.ownerUrl, `create database ${testTemplate}`);
    const templateUrl = toDatabase(server.ownerUrl, testTemplate);
    await migrate(templateUrl);
    const database = await openDatabase({ ownerUrl: templateUrl, secrets: secretsFrom(testSecret) });
    await database.close();
  } catch (error) {
    await server.stop();
    await rm(dataDirectory, { recursive: true, force: true });
    throw error;
  }

  provide(project, { testServerUrl: server.ownerUrl, testTemplate, testSecret });
  return async () => {
    await runStatement(server.ownerUrl, `drop database ${testTemplate} with (force)`);
    await server.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
};
