import { catalogueInput, importCatalogueInput, previewCatalogueInput } from '@roer/domain/organisation/schema';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import { openOrganisation } from './access.ts';
import { importCatalogue, previewCatalogue } from './catalogue-commands.ts';
import { readUpload } from './catalogue-reading.ts';
import { catalogue, catalogueRuns } from './queries.ts';

const open = openOrganisation('catalogue.import');

export const catalogueProcedures = {
  catalogue: signedInProcedure
    .input(catalogueInput)
    .query(({ ctx, input }) =>
      readOrganisation(ctx, async (transaction) =>
        catalogue(await openOrganisation('catalogue.read')(transaction), input),
      ),
    ),
  catalogueRuns: signedInProcedure.query(({ ctx }) =>
    readOrganisation(ctx, async (transaction) => catalogueRuns(await open(transaction))),
  ),
  // A mutation because a file does not fit in an address; it writes nothing.
  previewCatalogue: signedInProcedure.input(previewCatalogueInput).mutation(async ({ ctx, input }) => {
    await readOrganisation(ctx, open);
    const read = await readUpload(input.bytes);
    return readOrganisation(ctx, async (transaction) => previewCatalogue(await open(transaction), read, input));
  }),
  importCatalogue: signedInProcedure.input(importCatalogueInput).mutation(async ({ ctx, input }) => {
    await readOrganisation(ctx, open);
    const read = await readUpload(input.bytes);
    return organisationCommand(
      ctx,
      { procedure: 'organisation.importCatalogue', input },
      { open, work: (opened) => importCatalogue(opened, read, input) },
    );
  }),
};
