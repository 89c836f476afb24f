import type { PersonId, TeamId } from '@roer/domain/ids';
import {
  closeDomainInput,
  closeTeamInput,
  createDomainInput,
  createTeamInput,
  moveTeamInput,
  renameDomainInput,
  renameTeamInput,
} from '@roer/domain/organisation/schema';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import { tellRightsChanged } from '../../platform/rights-changed.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import { openOrganisation } from './access.ts';
import * as commands from './commands.ts';
import { jump, structure } from './queries.ts';

const open = openOrganisation('structure.write');
const openToRead = openOrganisation('structure.read');
const itself = ({ teamId }: { teamId: TeamId }) => ({ open, teams: async () => [teamId] });

export const structureProcedures = {
  structure: signedInProcedure.query(({ ctx }) =>
    readOrganisation(ctx, async (transaction) => structure(await openToRead(transaction))),
  ),
  jump: signedInProcedure.query(({ ctx }) =>
    readOrganisation(ctx, async (transaction) => jump(await openToRead(transaction))),
  ),
  createDomain: signedInProcedure
    .input(createDomainInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.createDomain', input },
        { open, work: (opened) => commands.createDomain(opened, input) },
      ),
    ),
  renameDomain: signedInProcedure
    .input(renameDomainInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.renameDomain', input },
        { open, work: (opened) => commands.renameDomain(opened, input) },
      ),
    ),
  closeDomain: signedInProcedure.input(closeDomainInput).mutation(({ ctx, input }) => {
    const released: PersonId[] = [];
    return organisationCommand(
      ctx,
      {
        procedure: 'organisation.closeDomain',
        input,
        committed: () => {
          for (const personId of released) tellRightsChanged(ctx, personId);
        },
      },
      { open, work: (opened) => commands.closeDomain(opened, input, (personId) => released.push(personId)) },
    );
  }),
  createTeam: signedInProcedure
    .input(createTeamInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.createTeam', input },
        { open, work: (opened) => commands.createTeam(opened, input) },
      ),
    ),
  renameTeam: signedInProcedure
    .input(renameTeamInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.renameTeam', input },
        { ...itself(input), work: (opened) => commands.renameTeam(opened, input) },
      ),
    ),
  moveTeam: signedInProcedure
    .input(moveTeamInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.moveTeam', input },
        { ...itself(input), work: (opened) => commands.moveTeam(opened, input) },
      ),
    ),
  closeTeam: signedInProcedure
    .input(closeTeamInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.closeTeam', input },
        { ...itself(input), work: (opened) => commands.closeTeam(opened, input) },
      ),
    ),
};
