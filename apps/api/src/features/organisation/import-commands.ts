import type { OrganisationDone } from '@roer/db/organisation-command';
import { importParts, insertFileImport, saveImportRows } from '@roer/db/organisation-import';
import { readImportFacts } from '@roer/db/organisation-import-facts';
import { statementsIn } from '@roer/db/statements';
import { DomainError } from '@roer/domain/errors';
import type { ImportCounts, ImportKind, ImportMapping } from '@roer/domain/organisation/import-fields';
import type { AllowedOrganisation } from './access.ts';
import type { ImportProgress } from './import-jobs.ts';
import { planImport } from './import-planning.ts';
import type { PlanAnswer } from './import-planning.ts';
import type { Upload } from './import-uploads.ts';

export type ImportPermission = `${ImportKind}.import`;
type Import = AllowedOrganisation<ImportPermission>;
export type WantedImport = { mapping: ImportMapping; skipWrongRows: boolean };

export const factsForImport = ({ transaction }: Import, kind: ImportKind): Promise<string> =>
  readImportFacts(statementsIn(transaction.database), { kind, today: transaction.today });

/**
 * Writes what the preview said, all or nothing (rule IM9); when that is nothing, not even the run. The locks on the feeds of
 * `upload.preview.teams` are held. Throws `importChanged` when something else would happen now, `fileRefused`.
 */
export const writeImport = async (
  opened: Import,
  { upload, wanted, seed }: { upload: Upload; wanted: WantedImport & { digest: string }; seed: string },
  told: { progress: (progress: ImportProgress) => void; plan: (plan: PlanAnswer) => void },
): Promise<OrganisationDone<ImportCounts>> => {
  const { database, actor, now, today, newId } = opened.transaction;
  const { kind, table } = upload;
  const facts = await factsForImport(opened, kind);
  told.progress({ phase: 'checking', done: 0, total: 0 });
  const { mapping, skipWrongRows } = wanted;
  const plan = await planImport({ kind, table, mapping, skipWrongRows, facts, today, ids: { now, seed } });
  if (plan.digest !== wanted.digest) throw new DomainError('importChanged');
  if (!plan.writable) throw new DomainError('fileRefused');
  told.plan(plan);
  const { counts } = plan;
  const total = plan.rows.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { done: null, result: counts };
  const { organisationId, personId } = actor;
  let done = 0;
  for (const part of importParts) {
    for (const { count, json } of plan.rows.filter((rows) => rows.part === part)) {
      told.progress({ phase: 'writing', done, total });
      await saveImportRows(statementsIn(database), { organisationId, today, part, json });
      done += count;
    }
  }
  told.progress({ phase: 'writing', done, total });
  const id = newId();
  const source = plan.format;
  await insertFileImport(database, {
    organisationId,
    id,
    kind,
    source,
    digest: plan.digest,
    counts,
    by: personId,
    at: now,
  });
  return {
    done: { action: `${kind}.import`, subjectId: id, detail: counts, resets: plan.teams },
    result: counts,
  };
};
