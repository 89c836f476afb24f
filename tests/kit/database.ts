import { toDatabase } from '@roer/db/connection-url';
import { openDatabase, type Database } from '@roer/db/connect';
import { secretsFrom, type Secrets } from '@roer/db/secrets';
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { runStatement } from './statement.ts';

export type TestDatabase = Database & {
  readonly secrets: Secrets;
  readonly ownerUrl: string;
  /** Closes the connections and removes the database. */
  readonly drop: () => Promise<void>;
};

/** A migrated, empty database of its own for one test file; takes about 50 ms. Call `drop` in `afterAll`. */
export const createTestDatabase = async (): Promise<TestDatabase> => open(await copyOf(inject('testTemplate')));

/** A copy of a database as it is now, as a backup would have it. Nobody may be connected to it: close it first. */
export const copyTestDatabase = async (original: { ownerUrl: string }): Promise<TestDatabase> =>
  open(await copyDatabase(original.ownerUrl));

/** The same without connecting to it; gives its owner's URL. */
export const copyDatabase = (ownerUrl: string): Promise<string> => copyOf(nameIn(ownerUrl));

/** Connects anew to a database that was closed. */
export const reopenTestDatabase = ({ ownerUrl }: { ownerUrl: string }): Promise<TestDatabase> => open(ownerUrl);

/** Removes a database that nothing is connected to. */
export const dropDatabase = (ownerUrl: string): Promise<void> =>
  // Not by force: that would need the right to end other roles' connections. Without it the server waits for them to leave.
  runStatement(inject('testServerUrl'), `drop database ${nameIn(ownerUrl)}`);

const nameIn = (ownerUrl: string): string => new URL(ownerUrl).pathname.slice(1);

const copyOf = async (template: string): Promise<string> => {
  const serverUrl = inject('testServerUrl');
  const name = `roer_test_${randomBytes(8).toString('hex')}`;
  await runStatement(serverUrl, `create database ${name} template ${template}`);
  return toDatabase(serverUrl, name);
};

const open = async (ownerUrl: string): Promise<TestDatabase> => {
  const secrets = secretsFrom(inject('testSecret'));
  const database = await openDatabase({ ownerUrl, secrets, poolSizes: { app: 10, identity: 3, release: 2 } });
  const drop = async (): Promise<void> => {
    await database.close();
    await dropDatabase(ownerUrl);
  };
  return { ...database, secrets, ownerUrl, drop };
};
