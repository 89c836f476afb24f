import { router } from '../../platform/trpc.ts';
import { catalogueProcedures } from './catalogue-procedures.ts';
import { holidaysProcedures } from './holidays-procedures.ts';
import { importProcedures } from './import-procedures.ts';
import { memberProcedures } from './member-procedures.ts';
import { peopleProcedures } from './people-procedures.ts';
import type { Links } from './people-procedures.ts';
import { reorganisationProcedures } from './reorganisation-procedures.ts';
import { structureProcedures } from './structure-procedures.ts';

/** `links` come from the identity slice, which this one does not know. */
export const organisationRouter = (links: Links) =>
  router({
    ...structureProcedures,
    ...peopleProcedures(links),
    ...memberProcedures,
    ...catalogueProcedures,
    ...holidaysProcedures,
    ...importProcedures,
    ...reorganisationProcedures,
  });
