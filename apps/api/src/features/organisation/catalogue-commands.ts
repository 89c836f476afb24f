import { createHash } from 'node:crypto';
import type { OrganisationDone } from '@roer/db/organisation-command';
import { insertImportRun, readCatalogue, saveCatalogueItems } from '@roer/db/organisation-catalogue';
import { DomainError } from '@roer/domain/errors';
import type { CatalogueFile } from '@roer/domain/organisation/catalogue-file';
import { planCatalogueImport } from '@roer/domain/organisation/catalogue-plan';
import type { CataloguePlan } from '@roer/domain/organisation/catalogue-plan';
import type { AllowedOrganisation } from './access.ts';
import { previewView } from './views.ts';
import type { CataloguePreview } from './views.ts';

type Import = AllowedOrganisation<'catalogue.import'>;

/** A file as it was read, with the SHA-256 of its bytes. */
export type ReadFile = { file: CatalogueFile; fileDigest: string };
type Wanted = { source: string; skipWrongRows: boolean };

/**
 * The plan, and a digest of everything it follows from: the file, the source and the catalogue as it is. While that is the
 * same, so is the plan, with and without skipping.
 */
const plan = async (
  { transaction }: Import,
  { file, fileDigest }: ReadFile,
  { source, skipWrongRows }: Wanted,
): Promise<{ plan: CataloguePlan; digest: string }> => {
  const existing = await readCatalogue(transaction.database, { source });
  const digest = createHash('sha256')
    .update(fileDigest)
    .update(JSON.stringify([source, existing]))
    .digest('base64url');
  return { plan: planCatalogueImport({ ...file, existing, source, skipWrongRows }), digest };
};

/** What an import of this file would do; writes nothing. */
export const previewCatalogue = async (opened: Import, read: ReadFile, wanted: Wanted): Promise<CataloguePreview> => {
  const { plan: planned, digest } = await plan(opened, read, wanted);
  return previewView(planned, { digest, dialect: read.file.dialect });
};

export type Imported = CataloguePlan['counts'];

/**
 * Writes what the preview said, all or nothing (rule C12); when that is nothing, not even the run. Throws `importChanged`
 * when file or catalogue are not those of the preview, `fileRefused` when something is wrong that may not be skipped.
 */
export const importCatalogue = async (
  opened: Import,
  read: ReadFile,
  wanted: Wanted & { digest: string },
): Promise<OrganisationDone<Imported>> => {
  const { plan: planned, digest } = await plan(opened, read, wanted);
  if (digest !== wanted.digest) throw new DomainError('importChanged');
  if (!planned.writable) throw new DomainError('fileRefused');
  const { counts, upserts } = planned;
  if (upserts.length === 0) return { done: null, result: counts };
  const { database, actor, now, newId } = opened.transaction;
  const { organisationId, personId } = actor;
  const id = newId();
  await saveCatalogueItems(database, { organisationId, items: upserts, newId });
  await insertImportRun(database, { organisationId, id, source: wanted.source, digest, counts, by: personId, at: now });
  return { done: { action: 'catalogue.import', subjectId: id, detail: counts }, result: counts };
};
