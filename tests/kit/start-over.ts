import type { TestDatabase } from './database.ts';
import { runStatement } from './statement.ts';

/** Rows that triggers keep as they are, whoever asks; here its owner takes even that away. */
const kept = ['AuditEntry', 'AuditSeal', 'Release'];

/** An empty database again, as quick as it goes: no organisation and nobody who can sign in. */
export const startOver = (database: TestDatabase): Promise<void> =>
  runStatement(
    database.ownerUrl,
    `${kept.map((table) => `ALTER TABLE "${table}" DISABLE TRIGGER USER;`).join(' ')}
    TRUNCATE "Organisation", "User", "RateLimit", "Command", "AuditEntry", "AuditSeal" CASCADE`,
  );
