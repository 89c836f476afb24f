import type { OrganisationDone } from '@roer/db/organisation-command';
import * as store from '@roer/db/organisation-structure';
import { DomainError } from '@roer/domain/errors';
import type { DomainId, PersonId, TeamId } from '@roer/domain/ids';
import type { OrganisationAction } from '@roer/domain/organisation/actions';
import type { AllowedOrganisation } from './access.ts';

type Structure = AllowedOrganisation<'structure.write'>;
export type Done = OrganisationDone<{ done: true }>;

const result = { done: true } as const;
export const nothingToDo: Done = { done: null, result };
/** `detail` holds ids and numbers only. */
export const did = (
  action: OrganisationAction,
  subjectId: string,
  detail: Record<string, string | number> = {},
): Done => ({
  done: { action, subjectId, detail },
  result,
});

const openDomain = async ({ transaction }: Structure, id: DomainId): Promise<{ name: string; teams: number }> => {
  const domain = await store.readDomain(transaction.database, id);
  if (!domain) throw new DomainError('notFound', { field: 'domainId' });
  return domain;
};

const openTeamRow = async ({ transaction }: Structure, id: TeamId) => {
  const team = await store.readTeam(transaction.database, id);
  if (!team) throw new DomainError('notFound', { field: 'teamId' });
  return team;
};

export const createDomain = async (opened: Structure, { id, name }: { id: DomainId; name: string }): Promise<Done> => {
  const { database, actor } = opened.transaction;
  await store.insertDomain(database, { organisationId: actor.organisationId, id, name });
  return did('domain.create', id);
};

export const renameDomain = async (
  opened: Structure,
  { domainId, name }: { domainId: DomainId; name: string },
): Promise<Done> => {
  if ((await openDomain(opened, domainId)).name === name) return nothingToDo;
  await store.saveDomainName(opened.transaction.database, domainId, name);
  return did('domain.rename', domainId);
};

/** Closes a domain without teams (rule O3); its managers are its managers no longer. Throws `domainNotEmpty`. */
export const closeDomain = async (
  opened: Structure,
  { domainId }: { domainId: DomainId },
  released: (personId: PersonId) => void,
): Promise<Done> => {
  if ((await openDomain(opened, domainId)).teams > 0) throw new DomainError('domainNotEmpty');
  const { database, today } = opened.transaction;
  for (const personId of await store.saveDomainClosed(database, domainId, today)) released(personId);
  return did('domain.close', domainId);
};

export const createTeam = async (
  opened: Structure,
  { id, domainId, name }: { id: TeamId; domainId: DomainId; name: string },
): Promise<Done> => {
  await openDomain(opened, domainId);
  const { database, actor, today, newId } = opened.transaction;
  const placement = { id: newId(), domainId };
  await store.insertTeam(database, { organisationId: actor.organisationId, id, name, on: today, placement });
  return did('team.create', id, { domainId });
};

/** The team's own browsers hear of its new name through its feed. */
export const renameTeam = async (
  opened: Structure,
  { teamId, name }: { teamId: TeamId; name: string },
): Promise<Done> => {
  const team = await openTeamRow(opened, teamId);
  if (team.name === name) return nothingToDo;
  const before = { id: teamId, name: team.name, ownHolidays: team.ownHolidays };
  const change = { entity: 'team', before, after: { ...before, name } } as const;
  return {
    done: {
      action: 'team.rename',
      subjectId: teamId,
      teams: [{ teamId, action: 'team.rename', changes: [change] }],
    },
    result,
  };
};

/** From today the team is in another domain (rule O2). */
export const moveTeam = async (
  opened: Structure,
  { teamId, domainId }: { teamId: TeamId; domainId: DomainId },
): Promise<Done> => {
  const team = await openTeamRow(opened, teamId);
  await openDomain(opened, domainId);
  if (team.domainId === domainId) return nothingToDo;
  const { database, actor, today, newId } = opened.transaction;
  const placement = { id: newId(), domainId };
  await store.savePlacement(database, { organisationId: actor.organisationId, teamId, on: today, placement });
  return did('team.move', teamId, { domainId });
};

/** Closes a team without members (rule O3). Throws `teamNotEmpty`. */
export const closeTeam = async (opened: Structure, { teamId }: { teamId: TeamId }): Promise<Done> => {
  if ((await openTeamRow(opened, teamId)).members > 0) throw new DomainError('teamNotEmpty');
  await store.saveTeamClosed(opened.transaction.database, teamId, opened.transaction.today);
  return did('team.close', teamId);
};
