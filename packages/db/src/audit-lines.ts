/**
 * Whether a row of "AuditEntry" is the one that is told of what its command did in its team. A command writes one entry for each
 * responsibility that it touched: whoever is not in the team could count them (rules AU5, P18). It is the one that names who came or
 * left, and the first where none does: entries never change, so those of before are read in this way too.
 */
export const isItsLine = (row: string): string =>
  `(${row}."detail" ? 'membershipId' OR NOT EXISTS (SELECT FROM "AuditEntry" same
    WHERE same."organisationId" = ${row}."organisationId" AND same."teamId" = ${row}."teamId" AND same."at" = ${row}."at"
      AND same."actorId" = ${row}."actorId" AND same."action" = ${row}."action"
      AND (same."detail" ? 'membershipId' OR same."id" < ${row}."id")))`;
