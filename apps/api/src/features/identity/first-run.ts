import { enterOrganisation, readOrganisations, whileFirst } from '@roer/db/first-run';
import type { KnownOrganisation } from '@roer/db/first-run';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { DomainError } from '@roer/domain/errors';
import { dateAt } from '@roer/domain/dates';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import { demandStrongPassword } from '@roer/domain/identity/password';
import type { Persona } from '@roer/domain/identity/schema';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import type { Context } from '../../platform/trpc.ts';
import { signInAs } from './commands.ts';
import { demandWithin } from '../../platform/rate-limit.ts';

/** `needed`: nothing is here yet. `demo`: the example municipality. `own`: an organisation of somebody's own. */
export type FirstRunState = 'needed' | 'demo' | 'own';

const stateOf = (organisations: readonly KnownOrganisation[]): FirstRunState => {
  if (organisations.some((organisation) => !organisation.demo)) return 'own';
  return organisations.length > 0 ? 'demo' : 'needed';
};

export const firstRunState = async (platform: Platform): Promise<FirstRunState> =>
  stateOf(await readOrganisations(platform.pool));

/** Fills the database with the example municipality, once. Throws `alreadySetUp` when somebody started their own. */
export const lookAround = async (context: Context): Promise<void> => {
  await demandWithin(context, 'firstRunFromPlace', context.ip);
  const { generateMunicipality } = await import('@roer/db/demo/municipality');
  const { writeMunicipality } = await import('@roer/db/demo/write');
  await whileFirst(context.platform.pool, async (client, organisations) => {
    const state = stateOf(organisations);
    if (state === 'own') throw new DomainError('alreadySetUp');
    if (state === 'demo') return;
    const municipality = generateMunicipality({ seed: 1, people: 90, now: context.now });
    await writeMunicipality(client, municipality);
  });
  // Its check-ins are made by those who make them.
  context.platform.wake();
};

/**
 * Starts an organisation of one's own with its first administrator, who is signed in, and removes the example with all
 * its accounts. Where nobody has a password, they come back by the identity provider, which knows them by the address. Of two at the same moment one throws
 * `alreadySetUp`. Throws `passwordWeak`.
 */
export const startOwn = async (
  context: Context,
  input: { organisationName: string; name: string; email: string; password?: string | undefined },
): Promise<void> => {
  const { platform } = context;
  await demandWithin(context, 'firstRunFromPlace', context.ip);
  if ((await firstRunState(platform)) === 'own') throw new DomainError('alreadySetUp');
  const { email } = input;
  const password = platform.doors.passwords ? (input.password ?? '') : null;
  if (password !== null) demandStrongPassword(password, { email });
  const passwordHash = password === null ? null : await platform.accounts.hashPassword(password);
  const person = await makeOwn(platform, input, async (made) => {
    if (passwordHash !== null) await platform.accounts.setPassword(made, { email, passwordHash });
  });
  await signInAs(context, { ...person, email });
};

/**
 * Makes an organisation of one's own with its first administrator, and removes the example with all its accounts. `work` comes last
 * in the transaction: when it fails, nothing was made. Throws `alreadySetUp`, also to one of two at the same moment.
 */
export const makeOwn = async (
  platform: Platform,
  { organisationName, name, email }: { organisationName: string; name: string; email: string },
  work: (administrator: PersonKey) => Promise<void>,
): Promise<PersonKey> => {
  const { removeOrganisation } = await import('@roer/db/demo/write');
  // The brands exist only for the compiler.
  const organisationId = platform.clock.newId() as OrganisationId;
  const personId = platform.clock.newId() as PersonId;
  await whileFirst(platform.pool, async (client, organisations) => {
    if (stateOf(organisations) === 'own') throw new DomainError('alreadySetUp');
    for (const { id } of organisations) await removeOrganisation(client, id);
    await enterOrganisation(client, organisationId);
    await client.query('INSERT INTO "Organisation" ("id", "name") VALUES ($1, $2)', [organisationId, organisationName]);
    await client.query('INSERT INTO "Feed" ("organisationId", "ownerId", "kind", "seq") VALUES ($1, $1, $2, 0)', [
      organisationId,
      'organisation',
    ]);
    await client.query('INSERT INTO "Person" ("organisationId", "id", "name", "email") VALUES ($1, $2, $3, $4)', [
      organisationId,
      personId,
      name,
      email,
    ]);
    await client.query(
      `INSERT INTO "Appointment" ("organisationId", "id", "personId", "kind", "from") VALUES ($1, $2, $3, 'administrator', $4)`,
      [organisationId, platform.clock.newId(), personId, dateAt(platform.clock.now())],
    );
    // Nobody's own organisation is here, so every account there is belongs to the example or to a start that failed half-way.
    await platform.accounts.removeAllExcept([]);
    await work({ organisationId, personId });
  });
  return { organisationId, personId };
};

/** Signs in as one of the people of the example, while it is all there is. Throws `notFound` otherwise. */
export const demoSignIn = async (context: Context, { persona }: { persona: Persona }): Promise<void> => {
  const { platform } = context;
  await demandWithin(context, 'firstRunFromPlace', context.ip);
  const organisations = await readOrganisations(platform.pool);
  const [demo] = organisations;
  if (!demo || stateOf(organisations) !== 'demo') throw new DomainError('notFound');
  const { demoPersonas } = await import('@roer/db/demo/personas');
  const people = await inOrganisation(
    platform.prisma,
    { organisationId: demo.id, personId: undefined },
    (transaction) =>
      transaction.person.findMany({ where: { organisationId: demo.id }, select: { id: true, email: true } }),
  );
  // Prisma's ids are plain strings.
  const personId = demoPersonas(people as { id: PersonId; email: string }[])[persona];
  const email = people.find((person) => person.id === personId)?.email ?? '';
  await signInAs(context, { organisationId: demo.id, personId, email });
};
