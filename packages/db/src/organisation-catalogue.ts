import type { CatalogueItemId, OrganisationId, PersonId } from '@roer/domain/ids';
import type { CatalogueItemFields, CataloguePlan } from '@roer/domain/organisation/catalogue-plan';
import type { Transaction } from './organisation-transaction.ts';

export type CatalogueItemRecord = CatalogueItemFields & { id: CatalogueItemId };

/** The items of one source, or all, by their id in the source. */
export const readCatalogue = async (
  transaction: Transaction,
  of: { source?: string } = {},
): Promise<CatalogueItemRecord[]> => {
  const rows = await transaction.catalogueItem.findMany({
    where: of,
    orderBy: [{ source: 'asc' }, { externalId: 'asc' }],
    omit: { organisationId: true },
  });
  // Ids of the database are of the table they were read from.
  return rows.map((row) => ({ ...row, id: row.id as CatalogueItemId }));
};

/** Adds what is new and rewrites what changed, by source and external id, in one statement however many there are. */
export const saveCatalogueItems = async (
  transaction: Transaction,
  {
    organisationId,
    items,
    newId,
  }: { organisationId: OrganisationId; items: CatalogueItemFields[]; newId: () => string },
): Promise<void> => {
  const rows = JSON.stringify(items.map((item) => ({ ...item, id: newId() })));
  await transaction.$executeRaw`
    INSERT INTO "CatalogueItem" ("organisationId", "id", "source", "externalId", "parentExternalId", "name", "kind", "description")
    SELECT ${organisationId}::uuid, r.* FROM jsonb_to_recordset(${rows}::jsonb) AS r("id" uuid, "source" text, "externalId" text,
      "parentExternalId" text, "name" text, "kind" text, "description" text)
    ON CONFLICT ("organisationId", "source", "externalId") DO UPDATE SET "parentExternalId" = excluded."parentExternalId",
      "name" = excluded."name", "kind" = excluded."kind", "description" = excluded."description"`;
};

export type ImportRunRecord = {
  id: string;
  source: string;
  counts: CataloguePlan['counts'];
  by: string;
  /** Epoch milliseconds. */
  at: number;
};

export const insertImportRun = async (
  transaction: Transaction,
  run: ImportRunRecord & { organisationId: OrganisationId; by: PersonId; digest: string },
): Promise<void> => {
  await transaction.importRun.create({ data: { ...run, kind: 'catalogue', at: new Date(run.at) } });
};

/** The last fifty imports of catalogues, latest first; `by` is the name of who did it. */
export const readImportRuns = async (transaction: Transaction): Promise<ImportRunRecord[]> => {
  const rows = await transaction.importRun.findMany({
    where: { kind: 'catalogue' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 50,
  });
  const people = await transaction.person.findMany({
    where: { id: { in: rows.map(({ by }) => by) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, source, counts, by, at }) => ({
    id,
    source,
    // Only insertImportRun writes it.
    counts: counts as CataloguePlan['counts'],
    by: names.get(by) ?? '',
    at: at.getTime(),
  }));
};
