import { isDemo, readAppointments } from '@roer/db/organisation-appointments';
import { readCatalogue, readImportRuns } from '@roer/db/organisation-catalogue';
import type { ImportRunRecord } from '@roer/db/organisation-catalogue';
import { readMembersOf, readPeople, readPeopleNamed } from '@roer/db/organisation-people';
import { readStructure } from '@roer/db/organisation-structure';
import { isAdministrator } from '@roer/domain/access/may';
import { holdsOn } from '@roer/domain/dates';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { Platform } from '../../platform/dependencies.ts';
import type { AllowedOrganisation } from './access.ts';
import { catalogueView, peopleView, structureView } from './views.ts';
import type { PersonView, Structure } from './views.ts';

/** The open domains and their teams (rule O1). */
export const structure = async ({ transaction, subject }: AllowedOrganisation<'structure.read'>): Promise<Structure> =>
  structureView(await readStructure(transaction.database), { counts: isAdministrator(subject.actor) });

/** Everybody of the organisation, for administrators. */
export const people = async (
  { transaction }: AllowedOrganisation<'people.write'>,
  { accounts, doors }: Pick<Platform, 'accounts' | 'doors'>,
): Promise<PersonView[]> => {
  const { database, actor, now, today } = transaction;
  const appointments = (await readAppointments(database)).filter((row) => holdsOn(row, today));
  const demo = await isDemo(database, actor.organisationId);
  const canSignIn = await accounts.canSignIn(actor.organisationId);
  const withPassword = await accounts.withPassword(actor.organisationId);
  return peopleView(await readPeople(database, now), {
    appointments,
    canSignIn: (id) => demo || canSignIn.has(id),
    hasPassword: (id) => demo || withPassword.has(id),
    hasProvider: doors.provider !== null,
  });
};

/** At most twenty people by name, to make one of them a member of a team: nothing else about them. */
export const searchPeople = (
  { transaction }: AllowedOrganisation<'people.search'>,
  { text }: { text: string },
): Promise<{ id: PersonId; name: string }[]> => readPeopleNamed(transaction.database, { text, limit: 20 });

export type Jump = {
  teams: { id: TeamId; name: string }[];
  /** Those of the actor's own teams; who is in two of them comes twice. */
  people: { id: PersonId; name: string; teamId: TeamId }[];
};

/** Where the actor may jump to, beside what the open page holds: the own teams and who is in them. */
export const jump = async ({ transaction, subject }: AllowedOrganisation<'structure.read'>): Promise<Jump> => {
  const teams = subject.actor.memberships.map(({ teamId, teamName }) => ({ id: teamId, name: teamName }));
  const members = await readMembersOf(
    transaction.database,
    teams.map(({ id }) => id),
  );
  return { teams, people: members };
};

export const catalogue = async (
  { transaction }: AllowedOrganisation<'catalogue.read'>,
  { source }: { source?: string | undefined },
): Promise<ReturnType<typeof catalogueView>> =>
  catalogueView(await readCatalogue(transaction.database, source === undefined ? {} : { source }));

/** The imports so far, latest first, for administrators. */
export const catalogueRuns = ({ transaction }: AllowedOrganisation<'catalogue.import'>): Promise<ImportRunRecord[]> =>
  readImportRuns(transaction.database);
