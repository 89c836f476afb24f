import type { QueryResultRow } from 'pg';
import type { Transaction } from './organisation-transaction.ts';

/** Where raw SQL runs: a client of the pool, or a transaction that Prisma opened. */
export type Statements = {
  query: <Row extends QueryResultRow>(statement: {
    name?: string;
    text: string;
    values: unknown[];
  }) => Promise<{ rows: Row[] }>;
};

/** Runs raw SQL inside Prisma's transaction, so that it stands or falls with what Prisma writes there. */
export const statementsIn = (transaction: Transaction): Statements => ({
  query: async <Row extends QueryResultRow>({ text, values }: { text: string; values: unknown[] }) => ({
    // Row is what the caller's statement selects, as with a client of the pool.
    rows: (await transaction.$queryRawUnsafe(text, ...values)) as Row[],
  }),
});
