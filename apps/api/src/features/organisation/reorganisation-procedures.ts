import type { PersonId, ReorganisationId, TeamId } from '@roer/domain/ids';
import type { CommandId } from '@roer/domain/ids';
import {
  changeReorganisationInput,
  previewReorganisationInput,
  reorganisationInput,
  reorganisationOfTeamInput,
  saveReorganisationInput,
} from '@roer/domain/organisation/reorganise-schema';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import type { Asking } from '../../platform/organisation-transaction.ts';
import { tellRightsChanged } from '../../platform/rights-changed.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import { openOrganisation } from './access.ts';
import { openToMembers } from './reorganisation-access.ts';
import * as commands from './reorganisation-commands.ts';
import * as queries from './reorganisation-queries.ts';

const open = openOrganisation('structure.write');
const openToRead = openOrganisation('structure.read');

/**
 * Runs what moves people from team to team. After the commit and before the deliveries, whoever left a team stops hearing it; whoever came
 * in one is told to ask who they are.
 */
export const movingCommand = (
  asking: Asking,
  request: { procedure: string; input: { commandId: CommandId; reorganisationId: ReorganisationId; version: number } },
  work: typeof commands.carryOut,
): Promise<{ done: true }> => {
  const left: { personId: PersonId; teamId: TeamId }[] = [];
  const people = new Set<PersonId>();
  const { input } = request;
  return organisationCommand(
    asking,
    {
      ...request,
      committed: () => {
        for (const { personId, teamId } of left) asking.platform.live.leaveTeam(personId, teamId);
        for (const personId of people) tellRightsChanged(asking, personId);
      },
    },
    {
      open,
      teams: (opened) => commands.lockedTeams(opened, input),
      work: (opened) =>
        work(opened, input, ({ personId, left: teamId }) => {
          people.add(personId);
          if (teamId) left.push({ personId, teamId });
        }),
    },
  );
};

export const reorganisationProcedures = {
  reorganisations: signedInProcedure.query(({ ctx }) =>
    readOrganisation(ctx, async (transaction) => queries.reorganisations(await open(transaction))),
  ),
  previewReorganisation: signedInProcedure
    .input(previewReorganisationInput)
    .query(({ ctx, input }) =>
      readOrganisation(ctx, async (transaction) => queries.preview(await open(transaction), input)),
    ),
  previewUndoReorganisation: signedInProcedure
    .input(reorganisationInput)
    .query(({ ctx, input }) =>
      readOrganisation(ctx, async (transaction) => queries.previewUndo(await open(transaction), input)),
    ),
  upcomingReorganisations: signedInProcedure
    .input(reorganisationOfTeamInput)
    .query(({ ctx, input }) =>
      readOrganisation(ctx, async (transaction) => queries.upcoming(await openToMembers(input)(transaction), input)),
    ),
  comingReorganisations: signedInProcedure.query(({ ctx }) =>
    readOrganisation(ctx, async (transaction) => queries.coming(await openToRead(transaction))),
  ),
  formerTeams: signedInProcedure.query(({ ctx }) =>
    readOrganisation(ctx, async (transaction) => queries.formerTeams(await openToRead(transaction))),
  ),
  saveReorganisation: signedInProcedure
    .input(saveReorganisationInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.saveReorganisation', input },
        { open, work: (opened) => commands.save(opened, input) },
      ),
    ),
  withdrawReorganisation: signedInProcedure
    .input(changeReorganisationInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.withdrawReorganisation', input },
        { open, work: (opened) => commands.withdraw(opened, input) },
      ),
    ),
  carryOutReorganisation: signedInProcedure
    .input(changeReorganisationInput)
    .mutation(({ ctx, input }) =>
      movingCommand(ctx, { procedure: 'organisation.carryOutReorganisation', input }, commands.carryOut),
    ),
  undoReorganisation: signedInProcedure
    .input(changeReorganisationInput)
    .mutation(({ ctx, input }) =>
      movingCommand(ctx, { procedure: 'organisation.undoReorganisation', input }, commands.undo),
    ),
};
