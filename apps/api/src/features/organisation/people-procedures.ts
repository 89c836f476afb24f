import type { PersonId, TeamId } from '@roer/domain/ids';
import {
  appointInput,
  changeEmailInput,
  createPersonInput,
  endAppointmentInput,
  erasurePreviewInput,
  personInput,
  renameMyselfInput,
  renamePersonInput,
  searchPeopleInput,
} from '@roer/domain/organisation/schema';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import { tellRightsChanged } from '../../platform/rights-changed.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { openOrganisation } from './access.ts';
import { eraseByAdministrator, previewByAdministrator, previewOneself } from './erasure.ts';
import * as commands from './people-commands.ts';
import { people, searchPeople } from './queries.ts';

/** A link to come in or back: mailed to the person, or, where mail is not set up or fails, shown once to the administrator. */
export type LinkSent = { link: string | null; mailed: boolean; isDoor?: true };
type SendLink = (context: SignedInContext, person: { personId: PersonId }) => Promise<LinkSent>;
export type Links = { createInvitation: SendLink; createReset: SendLink };

const open = openOrganisation('people.write');
const openOwnName = openOrganisation('ownName.write');

export const peopleProcedures = ({ createInvitation, createReset }: Links) => ({
  people: signedInProcedure.query(({ ctx }) =>
    readOrganisation(ctx, async (transaction) => people(await open(transaction), ctx.platform)),
  ),
  searchPeople: signedInProcedure
    .input(searchPeopleInput)
    .query(({ ctx, input }) =>
      readOrganisation(ctx, async (transaction) =>
        searchPeople(await openOrganisation('people.search')(transaction), input),
      ),
    ),
  createPerson: signedInProcedure.input(createPersonInput).mutation(async ({ ctx, input }) => {
    const { membership } = input;
    const result = await organisationCommand(
      ctx,
      { procedure: 'organisation.createPerson', input },
      {
        open,
        teams: async (): Promise<TeamId[]> => (membership ? [membership.teamId] : []),
        work: (opened) => commands.createPerson(opened, input),
      },
    );
    if (!input.invite) return { ...result, invitation: null };
    const invitation = await createInvitation(ctx, { personId: input.id });
    ctx.platform.live.nudgeOrganisation(ctx.actor.organisationId);
    return { ...result, invitation };
  }),
  renamePerson: signedInProcedure.input(renamePersonInput).mutation(({ ctx, input }) =>
    organisationCommand(
      ctx,
      { procedure: 'organisation.renamePerson', input, committed: () => tellRightsChanged(ctx, input.personId) },
      {
        open,
        teams: (opened) => commands.teamsThatName(opened, input),
        work: (opened) => commands.renamePerson(opened, input),
      },
    ),
  ),
  renameMyself: signedInProcedure.input(renameMyselfInput).mutation(({ ctx, input }) => {
    const { personId } = ctx.actor;
    return organisationCommand(
      ctx,
      { procedure: 'organisation.renameMyself', input, committed: () => tellRightsChanged(ctx, personId) },
      {
        open: openOwnName,
        teams: (opened) => commands.teamsThatName(opened, { personId }),
        work: (opened) => commands.renamePerson(opened, { personId, name: input.name }),
      },
    );
  }),
  changeEmail: signedInProcedure
    .input(changeEmailInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.changeEmail', input, committed: () => tellRightsChanged(ctx, input.personId) },
        { open, work: (opened) => commands.changeEmail(opened, input, ctx.platform.accounts) },
      ),
    ),
  invite: signedInProcedure.input(personInput).mutation(async ({ ctx, input }) => {
    const result = await organisationCommand(
      ctx,
      { procedure: 'organisation.invite', input },
      {
        open,
        work: (opened) => commands.allowLink(opened, { ...input, action: 'person.invite' }, ctx.platform.accounts),
      },
    );
    const invitation = await createInvitation(ctx, input);
    ctx.platform.live.nudgeOrganisation(ctx.actor.organisationId);
    return { ...result, ...invitation };
  }),
  reset: signedInProcedure.input(personInput).mutation(async ({ ctx, input }) => {
    const result = await organisationCommand(
      ctx,
      { procedure: 'organisation.reset', input },
      {
        open,
        work: (opened) => commands.allowLink(opened, { ...input, action: 'person.reset' }, ctx.platform.accounts),
      },
    );
    return { ...result, ...(await createReset(ctx, input)) };
  }),
  endAccount: signedInProcedure.input(personInput).mutation(({ ctx, input }) => {
    let left: TeamId[] = [];
    return organisationCommand(
      ctx,
      {
        procedure: 'organisation.endAccount',
        input,
        committed: () => {
          for (const teamId of left) ctx.platform.live.leaveTeam(input.personId, teamId);
        },
      },
      {
        open,
        teams: async (opened) => {
          left = await commands.teamsOfPerson(opened, input);
          return left;
        },
        work: (opened) => commands.endAccount(opened, input, ctx.platform.accounts),
      },
    );
  }),
  erasurePreview: signedInProcedure
    .input(erasurePreviewInput)
    .query(({ ctx, input }) => previewByAdministrator(ctx, input)),
  ownErasurePreview: signedInProcedure.query(({ ctx }) => previewOneself(ctx)),
  erasePerson: signedInProcedure.input(personInput).mutation(({ ctx, input }) => eraseByAdministrator(ctx, input)),
  appoint: signedInProcedure
    .input(appointInput)
    .mutation(({ ctx, input }) =>
      organisationCommand(
        ctx,
        { procedure: 'organisation.appoint', input, committed: () => tellRightsChanged(ctx, input.personId) },
        { open, work: (opened) => commands.appoint(opened, input, ctx.platform.accounts) },
      ),
    ),
  endAppointment: signedInProcedure.input(endAppointmentInput).mutation(({ ctx, input }) => {
    const released: PersonId[] = [];
    return organisationCommand(
      ctx,
      {
        procedure: 'organisation.endAppointment',
        input,
        committed: () => {
          for (const personId of released) tellRightsChanged(ctx, personId);
        },
      },
      {
        open,
        work: (opened) =>
          commands.endAppointment(opened, input, {
            accounts: ctx.platform.accounts,
            released: (personId) => released.push(personId),
          }),
      },
    );
  }),
});
