import type { PoolClient } from 'pg';
import type { OrganisationId, PersonId } from '@roer/domain/ids';

/** A person's key as it is kept: `wrappedKey` can be opened only with the key-encryption key that is called `kekId`. */
export type WrappedKey = { kekId: string; wrappedKey: Buffer };
type Whose = { organisationId: OrganisationId; personId: PersonId };

export const readPersonKey = async (client: PoolClient, { personId }: Whose): Promise<WrappedKey | null> => {
  const { rows } = await client.query<WrappedKey>({
    name: 'person-key',
    text: 'SELECT "kekId", "wrappedKey" FROM "PersonKey" WHERE "personId" = $1',
    values: [personId],
  });
  return rows[0] ?? null;
};

/** Keeps the first key that anybody made for a person, and gives the one that is kept. */
export const keepPersonKey = async (client: PoolClient, whose: Whose, made: WrappedKey): Promise<WrappedKey> => {
  await client.query({
    name: 'keep-person-key',
    text: `INSERT INTO "PersonKey" ("organisationId", "personId", "kekId", "wrappedKey") VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING`,
    values: [whose.organisationId, whose.personId, made.kekId, made.wrappedKey],
  });
  const kept = await readPersonKey(client, whose);
  if (!kept) throw new Error('A person has the key that was kept for them.');
  return kept;
};

/** What was sealed with it cannot be read any more, by nobody. */
export const destroyPersonKey = async (client: PoolClient, { personId }: Whose): Promise<void> => {
  await client.query('DELETE FROM "PersonKey" WHERE "personId" = $1', [personId]);
};

/** Keys of this organisation that another key-encryption key than `kekId` wrapped, locked; at most `most`. */
export const readKeysWrappedBefore = async (
  client: PoolClient,
  { kekId, most }: { kekId: string; most: number },
): Promise<(WrappedKey & { personId: PersonId })[]> => {
  const { rows } = await client.query<WrappedKey & { personId: PersonId }>(
    `SELECT "personId", "kekId", "wrappedKey" FROM "PersonKey" WHERE "kekId" <> $1
     ORDER BY "personId" LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [kekId, most],
  );
  return rows;
};

export const savePersonKey = async (client: PoolClient, { personId }: Whose, key: WrappedKey): Promise<void> => {
  await client.query('UPDATE "PersonKey" SET "kekId" = $2, "wrappedKey" = $3 WHERE "personId" = $1', [
    personId,
    key.kekId,
    key.wrappedKey,
  ]);
};
