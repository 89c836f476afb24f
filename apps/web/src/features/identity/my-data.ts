import { ownRowsAtOnce, storedKindNames } from '@roer/domain/identity/stored';
import type { StoredKind } from '@roer/domain/identity/stored';
import { api } from '../../live/api.ts';

export type OwnRow = Awaited<ReturnType<typeof api.identity.ownRows.query>>[string][number];
/** What is kept of one kind, by table. */
export type OwnTables = Readonly<Record<string, readonly OwnRow[]>>;
/** All of it: rows by kind, the texts that only their owner reads, and the answers that have no result yet. */
export type MyData = {
  kinds: Readonly<Record<StoredKind, OwnTables>>;
  learning: Awaited<ReturnType<typeof api.learning.ownLearning.query>>;
  talents: Awaited<ReturnType<typeof api.learning.ownTalents.query>>;
  contribution: Pick<Awaited<ReturnType<typeof api.learning.ownContribution.query>>, 'draft' | 'page'>;
  intervisie: Awaited<ReturnType<typeof api.learning.keptIntervisie.query>>;
  answers: Awaited<ReturnType<typeof api.identity.ownAnswers.mutate>>;
};

/** All rows of a kind, asked in pages, so that no answer is large. */
export const ownRowsOf = async (kind: StoredKind): Promise<OwnTables> => {
  const tables: Record<string, OwnRow[]> = {};
  for (let from = 0; ; from += ownRowsAtOnce) {
    const page = await api.identity.ownRows.query({ kind, from });
    for (const [table, rows] of Object.entries(page)) tables[table] = [...(tables[table] ?? []), ...rows];
    if (Object.values(page).every((rows) => rows.length < ownRowsAtOnce)) return tables;
  }
};

/**
 * Everything about who asks. The answers come first: when the password is wrong nothing else is asked (rule MD3).
 * Throws what the server refuses.
 */
export const gatherMyData = async (password: string | null): Promise<MyData> => {
  const answers = await api.identity.ownAnswers.mutate({ password });
  const kinds: Partial<Record<StoredKind, OwnTables>> = {};
  for (const kind of storedKindNames) kinds[kind] = await ownRowsOf(kind);
  const [learning, talents, { draft, page }, intervisie] = await Promise.all([
    api.learning.ownLearning.query(),
    api.learning.ownTalents.query(),
    api.learning.ownContribution.query(),
    api.learning.keptIntervisie.query(),
  ]);
  // Every kind was just asked.
  return { kinds: kinds as MyData['kinds'], learning, talents, contribution: { draft, page }, intervisie, answers };
};
