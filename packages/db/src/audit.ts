import type { PoolClient } from 'pg';
import type { PersonId } from '@roer/domain/ids';
import type { ResponsibilityTrace } from '@roer/domain/responsibilities/history';

/** One audit entry about a subject, with the names that the ids in it have today. `at` is in epoch milliseconds. */
export type AuditRecord = {
  id: string;
  at: number;
  actorId: PersonId;
  action: string;
  detail: ResponsibilityTrace;
  names: Record<PersonId, string>;
};

/** The last hundred audit entries about one subject, latest first. Runs inside a transaction of one organisation. */
export const readAuditOf = async (client: PoolClient, subjectId: string): Promise<AuditRecord[]> => {
  const result = await client.query<Omit<AuditRecord, 'at'> & { at: string }>(
    `SELECT e."id", (extract(epoch FROM e."at") * 1000)::bigint::text AS "at", e."actorId", e."action", e."detail",
       (SELECT coalesce(json_object_agg(p."id", p."name"), '{}') FROM "Person" p
        WHERE p."erasedAt" IS NULL AND (p."id" = e."actorId" OR p."id"::text IN (
          SELECT jsonb_array_elements(e."detail"->'released')->>'personId'
          UNION SELECT jsonb_array_elements(e."detail"->'received')->>'personId'))) AS "names"
     FROM "AuditEntry" e WHERE e."subjectId" = $1 ORDER BY e."at" DESC, e."id" DESC LIMIT 100`,
    [subjectId],
  );
  return result.rows.map((row) => ({ ...row, at: Number(row.at) }));
};
