import { PrismaPg } from '@prisma/adapter-pg';
import { Client, Pool, types, type PoolConfig } from 'pg';
import { asRole } from './connection-url.ts';
import { PrismaClient } from './generated/client.ts';
import type { Secrets } from './secrets.ts';

export type Database = {
  /** As roer_app: sees the rows of the organisation that the transaction names, see organisation-transaction.ts. */
  readonly prisma: PrismaClient;
  /** The same connections as `prisma` uses, for raw SQL. A date is 'YYYY-MM-DD', a bigint a number. */
  readonly pool: Pool;
  /** As roer_identity: better-auth's tables and nothing else. */
  readonly identityPool: Pool;
  /** As roer_release: makes rosters, epochs and releases, and alone reads answers. */
  readonly releasePool: Pool;
  readonly close: () => Promise<void>;
};

/** How many connections at most, for each role. */
export type PoolSizes = { readonly app: number; readonly identity: number; readonly release: number };

/**
 * Connects as the roles that serve. First gives them the passwords of this installation, as the owner.
 * @throws Error in plain words when the owner may not set them, because somebody else made the roles in this cluster
 */
export const openDatabase = async (options: {
  readonly ownerUrl: string;
  readonly secrets: Secrets;
  readonly poolSizes?: PoolSizes;
}): Promise<Database> => {
  const { ownerUrl, secrets } = options;
  await setPasswords(ownerUrl, secrets);
  const sizes = options.poolSizes ?? { app: 20, identity: 5, release: 2 };
  const open = (role: Role, max: number): Pool => openPool({ connectionString: roleUrl(ownerUrl, role, secrets), max });
  const pool = open('roer_app', sizes.app);
  const identityPool = open('roer_identity', sizes.identity);
  const releasePool = open('roer_release', sizes.release);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), identityPool.end(), releasePool.end()]);
  };
  return { prisma, pool, identityPool, releasePool, close };
};

const ROLES = ['roer_app', 'roer_identity', 'roer_release'] as const;
type Role = (typeof ROLES)[number];

/** Touches only roles that do not let us in yet: roles belong to the whole cluster, and rewriting them takes its locks. */
const setPasswords = async (ownerUrl: string, secrets: Secrets): Promise<void> => {
  const accepted = await Promise.all(ROLES.map((role) => letsIn(roleUrl(ownerUrl, role, secrets))));
  const refused = ROLES.filter((_, index) => accepted[index] === false);
  if (refused.length === 0) return;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    // Two starts at once would otherwise rewrite the same rows of the cluster, and one would fail.
    await client.query(`select pg_advisory_xact_lock(hashtext('roer roles'))`);
    for (const role of refused) {
      await client.query(`alter role ${role} login password ${client.escapeLiteral(secrets.rolePassword(role))}`);
    }
    await client.query('commit');
  } catch (cause) {
    throw new Error('The owner of the database may not set the passwords of its roles; it needs CREATEROLE.', {
      cause,
    });
  } finally {
    await client.end();
  }
};

const roleUrl = (ownerUrl: string, role: Role, secrets: Secrets): string =>
  asRole(ownerUrl, { name: role, password: secrets.rolePassword(role) });

const letsIn = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const DATE = 1082;
const BIGINT = 20;

const openPool = (config: PoolConfig): Pool => {
  const pool = new Pool({
    ...config,
    // A statement that need not wait for the answer to the one before it is sent right behind it.
    pipeline: true,
    types: {
      // Of each column's form there is one: numbers stay below 2^53, and a date must not become a moment in some zone.
      getTypeParser: (oid: number, format?: 'text' | 'binary') => {
        if (oid === DATE) return (value: string) => value;
        if (oid === BIGINT) return Number;
        return format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
      },
    },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
};
