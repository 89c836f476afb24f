import { operatorId as nobody } from '@roer/domain/audit/kinds';
import { readPersonByEmail } from '@roer/db/organisation-people';
import type { AppointmentId, CommandId, OrganisationId, PersonId } from '@roer/domain/ids';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import type { Asking } from '../../platform/organisation-transaction.ts';
import { openToOperator } from './access.ts';
import type { AllowedOrganisation } from './access.ts';
import type { Done } from './commands.ts';
import * as commands from './people-commands.ts';

/** Who acts at the command line, in audit entries too: nobody of the organisation (rule OP2). */
export const operatorId = nobody as PersonId;

/** Who an administrator is now. `isNew`: they were not one before. `canSignIn`: they have a door already. */
export type Administrator = PersonKey & { name: string; isNew: boolean; canSignIn: boolean };

/** A request of the operator, for the transactions of an organisation. */
export const askingAsOperator = (platform: Platform, organisationId: OrganisationId): Asking => ({
  platform,
  actor: { organisationId, personId: operatorId, name: '', memberships: [], appointments: [] },
  now: platform.clock.now(),
});

/** Notes that the operator took everything of an organisation out of the server, so that its administrators see it (rule OP9). */
export const noteExport = async (platform: Platform, organisationId: OrganisationId, rows: number): Promise<void> => {
  await organisationCommand(
    askingAsOperator(platform, organisationId),
    // The clock makes ids of whatever is asked for.
    { procedure: 'operator.export', input: { commandId: platform.clock.newId() as CommandId } },
    {
      open: openToOperator,
      work: async () => ({
        done: { action: 'organisation.export', subjectId: organisationId, detail: { rows } },
        result: {},
      }),
    },
  );
};

/**
 * Makes somebody administrator, by the same commands as an administrator would, each with its audit entry: a new person when nobody has the
 * address. Done half-way, it goes on where it was.
 */
export const appointByOperator = async (
  platform: Platform,
  { organisationId, name, email }: { organisationId: OrganisationId; name: string; email: string },
): Promise<Administrator> => {
  const asking = askingAsOperator(platform, organisationId);
  const command = (
    procedure: string,
    work: (opened: AllowedOrganisation<'people.write'>) => Promise<Done>,
  ): Promise<unknown> =>
    organisationCommand(
      asking,
      // The clock makes ids of whatever is asked for.
      { procedure: `operator.${procedure}`, input: { commandId: platform.clock.newId() as CommandId } },
      { open: openToOperator, work },
    );
  const known = await readOrganisation(asking, ({ database }) => readPersonByEmail(database, email));
  // As above.
  const personId = known?.id ?? (platform.clock.newId() as PersonId);
  if (!known)
    await command('createPerson', (opened) =>
      commands.createPerson(opened, { id: personId, name, email, membership: null }),
    );
  let isNew = false;
  await command('appoint', async (opened) => {
    // As above.
    const id = platform.clock.newId() as AppointmentId;
    const done = await commands.appoint(
      opened,
      { id, personId, kind: 'administrator', domainId: null },
      platform.accounts,
    );
    isNew = done.done !== null;
    return done;
  });
  const canSignIn = (await platform.accounts.canSignIn(organisationId)).has(personId);
  if (!canSignIn)
    await command('invite', (opened) =>
      commands.allowLink(opened, { personId, action: 'person.invite' }, platform.accounts),
    );
  return { organisationId, personId, name: known?.name ?? name, isNew, canSignIn };
};
