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
export const createTestDatabase = (): Promise<TestDatabase> => copyOf(inject('testTemplate'));

/** A copy of a database as it is now, as a backup would have it. Nobody may be connected to it: close it first. */
export const copyTestDatabase = (original: { ownerUrl: string }): Promise<TestDatabase> => copyOf(nameIn(original));

/** Connects anew to a database that was closed. */
export const reopenTestDatabase = (closed: { ownerUrl: string }): Promise<TestDatabase> => open(nameIn(closed));

const nameIn = ({ ownerUrl }: { ownerUrl: string }): string => new URL(ownerUrl).pathname.slice(1);

const copyOf = async (template: string): Promise<TestDatabase> => {
  const name = `roer_test_${randomBytes(8).toString('hex')}`;
  await runStatement(inject('testServerUrl'), `create database ${name} template ${template}`);
  return open(name);
};

const open = async (name: string): Promise<TestDatabase> => {
  const serverUrl = inject('testServerUrl');
  const ownerUrl = toDatabase(serverUrl, name);
  const secrets = secretsFrom(inject('testSecret'));
  const database = await openDatabase({ ownerUrl, secrets, poolSizes: { app: 10, identity: 3, release: 2 } });
  const drop = async (): Promise<void> => {
    await database.close();
    // Not by force: that would need the right to end other roles' connections. Without it the server waits for them to leave.
    await runStatement(serverUrl, `drop database ${name}`);
  };
  return { ...database, secrets, ownerUrl, drop };
};
