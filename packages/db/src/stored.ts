import type { PersonId } from '@roer/domain/ids';
import { storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import type { StoredKind } from '@roer/domain/identity/stored';
import { isItsLine } from './audit-lines.ts';
import type { Pool, PoolClient } from './pool.ts';

/** Tables that only the role roer_identity may read; by the person's user. */
export const identityTables: ReadonlySet<string> = new Set(['User', 'Account', 'Session', 'Passkey']);

/** Which rows "r" of a table are told, and so counted. */
export const isTold = (table: string): string => (table === 'AuditEntry' ? isItsLine('r') : 'true');

const tablesOf = (kind: StoredKind): [string, readonly string[]][] => Object.entries(storedKinds[kind].tables);
const isOfIdentity = (kind: StoredKind): boolean => tablesOf(kind).every(([table]) => identityTables.has(table));

/** One statement that counts a row a kind: `$1` is the person. Names come from the list in the domain, never from a request. */
const countStatement = (kinds: readonly StoredKind[], whose: (column: string) => string): string =>
  `SELECT ${kinds
    .map((kind) => {
      const counts = tablesOf(kind).map(
        ([table, columns]) =>
          `(SELECT count(*) FROM "${table}" r WHERE (${columns.map(whose).join(' OR ')}) AND ${isTold(table)})`,
      );
      return `(${counts.join(' + ')})::int AS "${kind}"`;
    })
    .join(', ')}`;

const ofApp = countStatement(
  storedKindNames.filter((kind) => !isOfIdentity(kind)),
  (column) => `"${column}" = $1`,
);
const ofIdentity = countStatement(storedKindNames.filter(isOfIdentity), (column) =>
  column === 'userId' ? `"userId" IN (SELECT u."id" FROM "User" u WHERE u."personId" = $1)` : `"${column}" = $1`,
);

/**
 * How many rows there are about somebody, by kind. `client` is in a transaction of the person themselves, which is what lets it
 * see what is theirs alone.
 */
export const countStored = async (
  { client, identityPool }: { client: PoolClient; identityPool: Pool },
  personId: PersonId,
): Promise<Record<StoredKind, number>> => {
  const [app, identity] = await Promise.all([
    client.query<Partial<Record<StoredKind, number>>>(ofApp, [personId]),
    identityPool.query<Partial<Record<StoredKind, number>>>(ofIdentity, [personId]),
  ]);
  const counts = { ...app.rows[0], ...identity.rows[0] };
  // The two statements count every kind between them.
  return counts as Record<StoredKind, number>;
};

/** What Person holds of somebody. */
export const readOwnPerson = async (
  client: PoolClient,
  personId: PersonId,
): Promise<{ name: string; email: string } | null> => {
  const result = await client.query<{ name: string; email: string }>(
    'SELECT "name", "email" FROM "Person" WHERE "id" = $1',
    [personId],
  );
  return result.rows[0] ?? null;
};
