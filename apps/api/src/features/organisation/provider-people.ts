import * as appointments from '@roer/db/organisation-appointments';
import type { OrganisationDone, TeamPart } from '@roer/db/organisation-command';
import * as people from '@roer/db/organisation-people';
import { readStructure } from '@roer/db/organisation-structure';
import * as store from '@roer/db/provider-people';
import type { ProviderPerson } from '@roer/db/provider-people';
import { providerId } from '@roer/domain/audit/kinds';
import type { CommandId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { rightsOf } from '@roer/domain/identity/group-mapping';
import type { GroupMapping } from '@roer/domain/identity/group-mapping';
import { decideAdmission } from '@roer/domain/identity/single-sign-on';
import type { Admission, ProviderClaims, SignInRefusal } from '@roer/domain/identity/single-sign-on';
import { deriveRightsToFollow, followsAlready, resolveRights } from '@roer/domain/organisation/group-rights';
import type { RightsToFollow } from '@roer/domain/organisation/group-rights';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import type { Asking, OrganisationTransaction } from '../../platform/organisation-transaction.ts';
import { tellRightsChanged } from '../../platform/rights-changed.ts';
import { nothingToDo } from './commands.ts';
import { endAppointments, endMemberships, startAppointments, startMemberships } from './provider-rights.ts';

/** Whom a verified answer of the provider is about, and what of accounts has to be asked and done: another role's tables. */
export type Admitting = {
  organisationId: OrganisationId;
  claims: ProviderClaims;
  groups: GroupMapping;
  admitsAnybody: boolean;
  /** Whom the subject signs in. */
  findLinked: () => Promise<PersonKey | null>;
  /** Whether another subject of this provider signs them in. */
  isLinked: (person: PersonKey) => Promise<boolean>;
  link: (person: PersonKey, email: string) => Promise<void>;
  /** Leaves nobody else a key to the account, nor what they could read with one. */
  takeOver: (person: PersonKey) => Promise<void>;
};

/** What is there at this moment, and what follows from it. */
type Looked = {
  admission: Admission;
  person: ProviderPerson | null;
  toFollow: RightsToFollow;
  grants: ReadonlyMap<string, string>;
};

const nothingToFollow: RightsToFollow = {
  endMemberships: [],
  endAppointments: [],
  startTeams: [],
  startAppointments: [],
};

/** Kept for a retry of the command. */
type Admitted = { personId: PersonId | null; refused: SignInRefusal | null };

const look = async ({ database }: OrganisationTransaction, admitting: Admitting): Promise<Looked> => {
  const { organisationId, claims } = admitting;
  const key = await admitting.findLinked();
  const linked = key && (await store.readProviderPerson(database, { id: key.personId }));
  const byEmail = claims.email === null ? null : await store.readProviderPerson(database, { email: claims.email });
  const rights = rightsOf(admitting.groups, claims.groups ?? []);
  const structure = await readStructure(database);
  const wanted = resolveRights(rights, structure);
  const admission = decideAdmission(
    {
      linked: linked && { personId: linked.id, ended: linked.ended },
      byEmail: byEmail && {
        personId: byEmail.id,
        ended: byEmail.ended,
        linkedElsewhere: await admitting.isLinked({ organisationId, personId: byEmail.id }),
      },
      welcome: admitting.admitsAnybody || wanted.teams.length + wanted.appointments.length > 0,
    },
    claims,
  );
  const person = admission.kind === 'known' ? linked : admission.kind === 'link' ? byEmail : null;
  const grants = person ? await store.readGroupGrants(database, person.id) : new Map<string, string>();
  // Too many groups to list is not the same as none: then everything stays as it is.
  if (admission.kind === 'refused' || claims.groups === null)
    return { admission, person, grants, toFollow: nothingToFollow };
  const held = {
    memberships: person ? await store.readMembershipsOf(database, person.id) : [],
    appointments: person ? await appointments.readAppointments(database, { personId: person.id }) : [],
    given: grants,
  };
  return { admission, person, grants, toFollow: deriveRightsToFollow(held, wanted) };
};

/**
 * Lets somebody in whom the provider vouches for (rules I18–I20): finds or makes the person, and has memberships and appointments follow their groups, by the
 * same decisions as an administrator's. Done twice it does nothing more. Gives who it is, or why not.
 */
export const admitByProvider = async (
  platform: Platform,
  admitting: Admitting,
): Promise<{ person: PersonKey } | { refused: SignInRefusal }> => {
  const { organisationId } = admitting;
  // It acts, and is nobody's.
  const actor = { organisationId, personId: providerId as PersonId, name: '', memberships: [], appointments: [] };
  const asking: Asking = { platform, actor, now: platform.clock.now() };
  const seen = await readOrganisation(asking, (transaction) => look(transaction, admitting));
  if (seen.admission.kind === 'refused') return { refused: seen.admission.why };
  // As nearly always: nothing has to be locked or written.
  if (seen.admission.kind === 'known' && seen.person?.proven && followsAlready(seen.toFollow))
    return { person: { organisationId, personId: seen.person.id } };
  let left: RightsToFollow['endMemberships'] = [];
  const { personId, refused } = await organisationCommand(
    asking,
    {
      procedure: 'provider.admit',
      // The clock makes ids of whatever is asked for.
      input: { commandId: platform.clock.newId() as CommandId },
      committed: () => {
        for (const { teamId } of left) if (seen.person) platform.live.leaveTeam(seen.person.id, teamId);
        if (seen.person) tellRightsChanged(asking, seen.person.id);
      },
    },
    {
      open: async (transaction) => ({ transaction, looked: await look(transaction, admitting) }),
      teams: async ({ looked: { toFollow } }): Promise<TeamId[]> =>
        [...toFollow.endMemberships, ...toFollow.startTeams].map(({ teamId }) => teamId),
      work: async ({ transaction, looked }): Promise<OrganisationDone<Admitted>> => {
        const { admission } = looked;
        if (admission.kind === 'refused') return { ...nothingToDo, result: { personId: null, refused: admission.why } };
        left = looked.toFollow.endMemberships;
        const done = await admit({ platform, transaction, admitting }, { ...looked, admission });
        return { done: done.action, result: { personId: done.person, refused: null } };
      },
    },
  );
  return personId === null ? { refused: refused ?? 'providerFailed' } : { person: { organisationId, personId } };
};

type Admitter = { platform: Platform; transaction: OrganisationTransaction; admitting: Admitting };

const admit = async (admitter: Admitter, looked: Looked & { admission: Exclude<Admission, { kind: 'refused' }> }) => {
  const { platform, transaction, admitting } = admitter;
  const { database, today } = transaction;
  const { organisationId, claims } = admitting;
  const { admission, toFollow } = looked;
  const person = looked.person ?? (await makePerson(admitter));
  const key = { organisationId, personId: person.id };
  // Until the end of this transaction nobody ends the account or makes this person a member elsewhere.
  await people.lockPerson(database, person.id);
  const endedAppointments = await endAppointments(admitter, toFollow.endAppointments);
  const started = await startAppointments(admitter, person.id, toFollow);
  const ended = await endMemberships(transaction, toFollow);
  const joined = await startMemberships(transaction, person, toFollow);
  await store.saveGroupGrants(database, {
    ...key,
    given: [...started, ...joined.given],
    over: [...endedAppointments, ...toFollow.endMemberships.map(({ id }) => id)],
  });
  await store.saveProven(database, person.id, today);
  if (looked.person && !looked.person.proven) {
    await people.removeOpenLinks(database, person.id);
    await admitting.takeOver(key);
  }
  // Last, because it is another role's transaction: when it refuses, ours is not committed.
  if (admission.kind !== 'known') await admitting.link(key, person.email);
  const action =
    admission.kind === 'new' ? 'person.create' : admission.kind === 'link' ? 'person.link' : 'person.followGroups';
  const teams: TeamPart[] = [...ended, ...joined.teams];
  const isSilent = admission.kind === 'known' && started.length + endedAppointments.length + teams.length === 0;
  platform.logger.debug({ singleSignOn: claims.groups === null ? 'groups left out' : action });
  return { person: person.id, action: isSilent ? null : ({ action, subjectId: person.id, teams } as const) };
};

const makePerson = async ({ transaction, admitting }: Admitter): Promise<ProviderPerson> => {
  const { organisationId, claims } = admitting;
  const email = claims.email ?? '';
  // The clock makes ids of whatever is asked for.
  const id = transaction.newId() as PersonId;
  const name = claims.name ?? email.split('@')[0] ?? email;
  await people.insertPerson(transaction.database, { organisationId, id, name, email });
  return { id, name, email, ended: false, proven: false };
};
