import { erasePerson, lockErasingAgain, readNotErased, readTeamsAbout } from '@roer/db/erasures';
import { enterOrganisation, readOrganisations } from '@roer/db/first-run';
import { isDemo } from '@roer/db/organisation-appointments';
import { readPerson } from '@roer/db/organisation-people';
import { inTransaction } from '@roer/db/pool-transaction';
import { dateAt } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import type { CommandId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { Platform } from '../../platform/dependencies.ts';
import { traceable } from '../../platform/errors.ts';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import type { Asking, OrganisationTransaction } from '../../platform/organisation-transaction.ts';
import { openOrganisation, openToOneself, openToOperator } from './access.ts';
import type { AllowedOrganisation } from './access.ts';
import { erasedMail } from './erasure-mail.ts';
import { askingAsOperator } from './operator.ts';
import * as commands from './people-commands.ts';

type Open = (transaction: OrganisationTransaction) => Promise<AllowedOrganisation<'people.write'>>;
type Erasing = { open: Open; procedure: string; input: { commandId: CommandId; personId: PersonId }; again?: boolean };

/**
 * Erases somebody in one transaction (rules MD4 to MD7): their account, memberships and appointments end as in O15, what is theirs alone goes, and
 * the team keeps its work without their name. Then it is kept outside the database that they were erased, before the commit: whoever asked
 * for it and was not refused is erased, also when this process ends in between. `again` is for who was erased before: nobody is told, and
 * nothing refuses. Throws `notFound`, `lastAdministrator`.
 */
const erase = async (asking: Asking, { open, procedure, input, again = false }: Erasing): Promise<{ done: true }> => {
  const { platform, actor, now } = asking;
  const { personId } = input;
  let left: TeamId[] = [];
  let about: TeamId[] = [];
  let tell: (() => Promise<void>) | null = null;
  return organisationCommand(
    asking,
    {
      procedure,
      input,
      committed: () => {
        for (const teamId of left) platform.live.leaveTeam(personId, teamId);
        if (tell) platform.afterwards.run(tell);
      },
    },
    {
      open,
      teams: async (opened) => {
        left = await commands.teamsOfPerson(opened, input);
        about = await readTeamsAbout(opened.transaction.database, personId);
        return about;
      },
      work: async (opened) => {
        const { database } = opened.transaction;
        const person = await commands.openPerson(opened, personId);
        if (!again) tell = await letterFor(asking, database, person);
        const { done, result } = await commands.endAccount(opened, { personId, evenLast: again }, platform.accounts);
        return { done: done && { ...done, action: 'person.erase', resets: about }, result };
      },
      finish: async ({ transaction: { database } }) => {
        await erasePerson(database, { personId, teams: about, now });
        // Who made up the example is nobody, and the next example has the same people.
        if (!(await isDemo(database, actor.organisationId)))
          await platform.erasures.note({ personId, on: dateAt(now) });
      },
    },
  );
};

/** The mail that tells somebody, made before their address is gone; null where nobody is mailed. */
const letterFor = async (
  { platform, actor }: Asking,
  database: OrganisationTransaction['database'],
  { name, email }: { name: string; email: string },
): Promise<(() => Promise<void>) | null> => {
  const { mailer } = platform;
  const organisation = await database.organisation.findUniqueOrThrow({ where: { id: actor.organisationId } });
  if (!mailer || organisation.demo) return null;
  return async () => {
    try {
      await mailer.send(erasedMail({ to: email, name, organisation: organisation.name }));
    } catch (error) {
      platform.logger.error({ mail: 'erased', error: traceable(error) });
    }
  };
};

/** By an administrator, of anybody of the organisation, also of who left long ago (rule MD5). */
export const eraseByAdministrator = (
  asking: Asking,
  input: { commandId: CommandId; personId: PersonId },
): Promise<{ done: true }> =>
  erase(asking, { open: openOrganisation('people.write'), procedure: 'organisation.erasePerson', input });

/** Of the actor themselves. The caller has seen to it that it is them (rule MD5). */
export const eraseOneself = (asking: Asking, { commandId }: { commandId: CommandId }): Promise<{ done: true }> =>
  erase(asking, {
    open: openToOneself,
    procedure: 'identity.eraseMe',
    input: { commandId, personId: asking.actor.personId },
  });

/** At the command line (rule OP20). */
export const eraseByOperator = (
  platform: Platform,
  { organisationId, personId, again = false }: { organisationId: OrganisationId; personId: PersonId; again?: boolean },
): Promise<{ done: true }> =>
  erase(askingAsOperator(platform, organisationId), {
    open: openToOperator,
    procedure: 'operator.erasePerson',
    // The clock makes ids of whatever is asked for.
    input: { commandId: platform.clock.newId() as CommandId, personId },
    again,
  });

/**
 * Erases everybody once more whom the list outside the database names and whom the database knows: an older backup was restored
 * (rule MD9). The server does it before it serves; whoever restores at the command line calls it afterwards. Finds nobody in a database
 * that is as it was, in one question for each organisation. Gives how many there were. Throws when somebody could not be erased: then nothing may be served.
 */
export const eraseAgain = async (platform: Platform): Promise<number> => {
  const personIds = (await platform.erasures.list()).map(({ personId }) => personId);
  if (personIds.length === 0) return 0;
  // Several processes may start at once: one after the other looks.
  return inTransaction(platform.pool, async (client) => {
    await lockErasingAgain(client);
    let erased = 0;
    for (const { id: organisationId } of await readOrganisations(client)) {
      await enterOrganisation(client, organisationId);
      for (const personId of await readNotErased(client, { organisationId, personIds })) {
        await eraseByOperator(platform, { organisationId, personId, again: true });
        erased += 1;
      }
    }
    return erased;
  });
};

/** What whoever erases somebody sees before: who it is, what they are in, and nothing of what is theirs alone (rule MD4). */
export type ErasurePreview = { name: string; teams: string[]; isLastAdministrator: boolean };

const preview = async (
  opened: AllowedOrganisation<'people.write'>,
  platform: Platform,
  personId: PersonId,
): Promise<ErasurePreview> => {
  const { database } = opened.transaction;
  const person = await readPerson(database, personId);
  if (!person) throw new DomainError('notFound', { field: 'personId' });
  const memberships = await database.membership.findMany({
    where: { personId, until: null },
    select: { team: { select: { name: true } } },
  });
  return {
    name: person.name,
    teams: memberships.map(({ team }) => team.name).toSorted((one, other) => one.localeCompare(other, 'nl')),
    isLastAdministrator: await commands.isLastAdministrator(opened, { personId }, platform.accounts),
  };
};

export const previewByAdministrator = (asking: Asking, { personId }: { personId: PersonId }): Promise<ErasurePreview> =>
  readOrganisation(asking, async (transaction) =>
    preview(await openOrganisation('people.write')(transaction), asking.platform, personId),
  );

export const previewOneself = (asking: Asking): Promise<ErasurePreview> =>
  readOrganisation(asking, async (transaction) =>
    preview(await openToOneself(transaction), asking.platform, asking.actor.personId),
  );

export const previewByOperator = (
  platform: Platform,
  { organisationId, personId }: { organisationId: OrganisationId; personId: PersonId },
): Promise<ErasurePreview> =>
  readOrganisation(askingAsOperator(platform, organisationId), async (transaction) =>
    preview(await openToOperator(transaction), platform, personId),
  );
