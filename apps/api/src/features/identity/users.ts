import type { PoolClient } from '@roer/db/pool';
import { DomainError } from '@roer/domain/errors';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Clock } from '../../platform/dependencies.ts';

/** Finds or makes the account, and locks it; gives its id. Names stay in Person: here is only what signing in needs. */
export const openUserOf = async (
  { client, clock }: { client: PoolClient; clock: Clock },
  { organisationId, personId, email }: PersonKey & { email: string },
): Promise<string> => {
  const result = await client.query<{ id: string }>(
    `INSERT INTO "User" ("id", "email", "name", "emailVerified", "organisationId", "personId", "createdAt", "updatedAt")
     VALUES ($1, $2, '', true, $3, $4, $5, $5)
     ON CONFLICT ("organisationId", "personId") DO UPDATE SET "email" = excluded."email", "updatedAt" = excluded."updatedAt"
     RETURNING "id"`,
    [clock.newId(), email.toLowerCase(), organisationId, personId, new Date(clock.now())],
  );
  const [row] = result.rows;
  if (!row) throw new Error('The statement gives a row.');
  return row.id;
};

/** An address signs in one person of one organisation; the database knows which is taken. */
export const withTakenAddress = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const doubled = error instanceof Error && 'constraint' in error && error.constraint === 'User_email_key';
    throw doubled ? new DomainError('emailTaken', { field: 'email' }) : error;
  }
};
