import { dayInMilliseconds } from '@roer/domain/dates';
import { createHash } from 'node:crypto';
import type { OrganisationId } from '@roer/domain/ids';
import { enterOrganisation } from './first-run.ts';
import { inTransaction } from './pool-transaction.ts';
import type { Pool, PoolClient } from './pool.ts';

// The chain over the audit entries of an organisation. Commands write entries and wait for nobody; sealing comes later, numbers
// what it finds and chains it (docs/decisions/0021).

/** What a digest is of: everything that an entry holds. `at` is in epoch milliseconds. */
type Entry = {
  id: string;
  teamId: string | null;
  actorId: string;
  action: string;
  subjectId: string;
  detail: unknown;
  at: number;
};

/** The end of a chain: how many entries it holds, and the digest of the last; without entries 32 zeros. */
export type ChainEnd = { number: number; digest: Buffer };

const beginning: ChainEnd = { number: 0, digest: Buffer.alloc(32) };
/** Entries in one transaction. */
const batch = 1000;
/** Beside the numbers of organisation-lock.ts: who holds it seals. Commands never ask for it. */
const sealing = -1_000_002;

const entryColumns = `e."id", e."teamId", e."actorId", e."action", e."subjectId", e."detail",
  (extract(epoch FROM e."at") * 1000)::bigint AS "at"`;

/** The same text for the same value: keys in the order of their code units, without spaces. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
};

/** SHA-256 of the digest before it and the entry's fields as a JSON array in this order, in UTF-8. */
const digestOf = (organisationId: OrganisationId, previous: Buffer, entry: Entry): Buffer => {
  const { id, teamId, actorId, action, subjectId, detail, at } = entry;
  const fields = canonical([organisationId, id, teamId, actorId, action, subjectId, detail, at]);
  return createHash('sha256').update(previous).update(fields, 'utf8').digest();
};

const readEnd = async (client: PoolClient): Promise<ChainEnd & { entryId: string | null }> => {
  const { rows } = await client.query<ChainEnd & { entryId: string }>(
    'SELECT "number", "digest", "entryId" FROM "AuditSeal" ORDER BY "number" DESC LIMIT 1',
  );
  return rows[0] ?? { ...beginning, entryId: null };
};

/** The first id, of those that begin with their time, of a day before the entry that was sealed last. */
const dayBefore = (entryId: string, now: number): string => {
  const writtenAt = Number.parseInt(entryId.replace('-', '').slice(0, 12), 16);
  const time = Math.max(0, Math.min(writtenAt, now) - dayInMilliseconds)
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
};

const sealBatch = (
  pool: Pool,
  { organisationId, now }: { organisationId: OrganisationId; now: number | null },
): Promise<number> =>
  inTransaction(pool, async (client) => {
    await enterOrganisation(client, organisationId);
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1), $2)', [organisationId, sealing]);
    const end = await readEnd(client);
    const { rows } = await client.query<Entry>(
      `SELECT ${entryColumns} FROM "AuditEntry" e WHERE e."organisationId" = $1 AND e."id" >= $2
         AND NOT EXISTS (SELECT FROM "AuditSeal" s WHERE s."organisationId" = e."organisationId" AND s."entryId" = e."id")
       ORDER BY e."id" LIMIT $3`,
      [
        organisationId,
        now === null || end.entryId === null ? '00000000-0000-0000-0000-000000000000' : dayBefore(end.entryId, now),
        batch,
      ],
    );
    let { number, digest } = end;
    const seals = rows.map((entry) => {
      const previousDigest = digest;
      digest = digestOf(organisationId, previousDigest, entry);
      number += 1;
      return {
        number,
        entryId: entry.id,
        previousDigest: previousDigest.toString('hex'),
        digest: digest.toString('hex'),
      };
    });
    await client.query(
      `INSERT INTO "AuditSeal" ("organisationId", "number", "entryId", "previousDigest", "digest")
       SELECT $1, r."number", r."entryId", decode(r."previousDigest", 'hex'), decode(r."digest", 'hex')
       FROM jsonb_to_recordset($2::jsonb) AS r("number" int, "entryId" uuid, "previousDigest" text, "digest" text)`,
      [organisationId, JSON.stringify(seals)],
    );
    return rows.length;
  });

/**
 * Chains the entries that are not sealed yet, in the order of their ids. With `now` (epoch milliseconds) it looks no further back
 * than a day before the last one, so that its cost does not grow with the history; with null at everything. An entry that is committed
 * later than a younger one gets its number later too. Of several processes one seals and the others wait. Stops between two batches
 * when `stopping` says so.
 */
export const sealAudit = async (
  pool: Pool,
  request: { organisationId: OrganisationId; now: number | null; stopping: AbortSignal },
): Promise<void> => {
  let sealed = batch;
  while (sealed === batch && !request.stopping.aborted) sealed = await sealBatch(pool, request);
};

/** `gone`: the number, or the entry that it sealed, is not there. `changed`: the digest is not that of the entry and of the one before. */
export type ChainFault = { number: number; fault: 'gone' | 'changed' };

type Link = ChainEnd & { previousDigest: Buffer; entryId: string; entry: Entry | null };

const readLinks = (pool: Pool, organisationId: OrganisationId, after: number): Promise<Link[]> =>
  inTransaction(pool, async (client) => {
    await enterOrganisation(client, organisationId);
    const { rows } = await client.query<Omit<Link, 'entry'> & Omit<Entry, 'id'> & { id: string | null }>(
      `SELECT s."number", s."entryId", s."previousDigest", s."digest", ${entryColumns} FROM "AuditSeal" s
         LEFT JOIN "AuditEntry" e ON e."organisationId" = s."organisationId" AND e."id" = s."entryId"
       WHERE s."organisationId" = $1 AND s."number" > $2 ORDER BY s."number" LIMIT $3`,
      [organisationId, after, batch],
    );
    return rows.map(({ number, entryId, previousDigest, digest, id, ...entry }) => ({
      number,
      entryId,
      previousDigest,
      digest,
      entry: id === null ? null : { id, ...entry },
    }));
  });

/** Walks the whole chain of an organisation: gives its end, and the first number at which it is broken, or null. */
export const walkAuditChain = async (
  pool: Pool,
  organisationId: OrganisationId,
): Promise<{ end: ChainEnd; fault: ChainFault | null }> => {
  let end = beginning;
  for (;;) {
    const links = await readLinks(pool, organisationId, end.number);
    for (const { number, previousDigest, digest, entry } of links) {
      const expected = end.number + 1;
      if (number !== expected || !entry) return { end, fault: { number: expected, fault: 'gone' } };
      const right = digestOf(organisationId, end.digest, entry);
      if (!previousDigest.equals(end.digest) || !digest.equals(right))
        return { end, fault: { number, fault: 'changed' } };
      end = { number, digest };
    }
    if (links.length < batch) return { end, fault: null };
  }
};

/** The digest that stands at a number of an organisation's chain, in hexadecimal; null when the chain does not reach it. */
export const readAuditDigest = (pool: Pool, organisationId: OrganisationId, number: number): Promise<string | null> =>
  inTransaction(pool, async (client) => {
    await enterOrganisation(client, organisationId);
    const { rows } = await client.query<{ digest: string }>(
      `SELECT encode("digest", 'hex') AS "digest" FROM "AuditSeal" WHERE "number" = $1`,
      [number],
    );
    return rows[0]?.digest ?? null;
  });
