import type { Scene, ActorName, endedSessions } from './rights-scene.ts';
import { contributionEntries } from './rights-contribution.ts';
import { coverEntries } from './rights-cover.ts';
import { dutyEntries } from './rights-duties.ts';
import { exchangeEntries } from './rights-exchange.ts';
import { handoverEntries } from './rights-handover.ts';
import { goalEntries } from './rights-goals.ts';
import { importEntries } from './rights-imports.ts';
import { intervisieEntries } from './rights-intervisie.ts';
import { noteEntries } from './rights-notes.ts';
import { obstacleEntries } from './rights-obstacles.ts';
import { ownEntries } from './rights-own.ts';
import { reorganisingEntries } from './rights-reorganising.ts';
import { fullTime, text } from './rights-scene.ts';
import { workloadEntries } from './rights-workload.ts';

type Signed = Exclude<ActorName, (typeof endedSessions)[number]>;
/** What somebody gets: `ok`, or the code of the refusal. Whose session is over gets what a stranger gets. */
export type Outcomes = Partial<Record<Signed, string>> & { others: string };
export type Entry = { outcomes: Outcomes; input?: (scene: Scene) => Promise<object> | object };

const signedIn = { stranger: 'signInNeeded' };
const members: Outcomes = { ...signedIn, member: 'ok', others: 'notFound' };
const membersAndAdministrator: Outcomes = { ...members, administrator: 'ok' };
const administrator: Outcomes = { ...signedIn, administrator: 'ok', others: 'notFound' };
/** About nobody else's ids: another organisation's administrator does it at home. */
const administrators: Outcomes = { ...administrator, otherAdministrator: 'ok' };
const membersOfAnyTeam: Outcomes = {
  ...administrators,
  member: 'ok',
  otherTeam: 'ok',
  otherOrganisation: 'ok',
};
const everybody: Outcomes = { ...signedIn, others: 'ok' };
const anybody: Outcomes = { others: 'ok' };

const team = ({ world, newId }: Scene) => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });
const one = ({ newId }: Scene) => ({ commandId: newId<'command'>() });
const people = ({ world }: Scene) => world.water.people;
const password = 'een heel lang wachtwoord';

const anArea = async (scene: Scene) => {
  const id = scene.newId<'area'>();
  const { responsibilities } = await scene.as(people(scene).ada);
  await responsibilities.createArea.mutate({ ...team(scene), id, name: 'Area' });
  return id;
};
const aDomain = async (scene: Scene) => {
  const id = scene.newId<'domain'>();
  const { organisation } = await scene.as(people(scene).anna);
  await organisation.createDomain.mutate({ ...one(scene), id, name: 'Domain' });
  return id;
};
const aTeam = async (scene: Scene) => {
  const id = scene.newId<'team'>();
  const { organisation } = await scene.as(people(scene).anna);
  await organisation.createTeam.mutate({ ...one(scene), id, domainId: scene.world.water.domains.space, name: 'Team' });
  return id;
};
const aMembership = async (scene: Scene) => {
  const membershipId = scene.newId<'membership'>();
  const { organisation } = await scene.as(people(scene).anna);
  const start = { membershipId, personId: await scene.person(), minutesByWeekday: fullTime, home: true };
  await organisation.startMembership.mutate({ ...team(scene), ...start });
  return membershipId;
};
const aLink = async (scene: Scene) => {
  const { organisation } = await scene.as(people(scene).anna);
  const { link } = await organisation.invite.mutate({ ...one(scene), personId: await scene.person() });
  return { token: new URL(link ?? '').hash.slice(1) || new URL(link ?? '').pathname.split('/').at(-1) };
};
/** Every procedure of the server, with a valid input and who may do it. */
export const table: Record<string, Entry> = {
  ...ownEntries,
  ...goalEntries,
  ...exchangeEntries,
  ...contributionEntries,
  ...coverEntries,
  ...dutyEntries,
  ...intervisieEntries,
  ...noteEntries,
  ...obstacleEntries,
  ...workloadEntries,
  ...importEntries,
  ...reorganisingEntries,
  ...handoverEntries,

  'identity.me': { outcomes: anybody },
  'identity.linkInfo': { outcomes: anybody, input: aLink },
  'identity.acceptLink': { outcomes: anybody, input: async (scene) => ({ ...(await aLink(scene)), password }) },
  // Here is no mail server; whether the address is known makes no difference (identity tests).
  'identity.requestReset': { outcomes: { others: 'mailNotConfigured' }, input: () => ({ email: 'ada@water.example' }) },
  // Who has no password yet cannot change it; that it is somebody's own is what matters here.
  'identity.changePassword': {
    outcomes: { ...signedIn, others: 'wrongPassword' },
    input: () => ({ currentPassword: 'not the password', newPassword: password }),
  },
  'identity.signOutEverywhere': { outcomes: everybody },
  'identity.demoSignIn': { outcomes: { others: 'notFound' }, input: () => ({ persona: 'manager' }) },
  'identity.firstRun.state': { outcomes: anybody },
  'identity.firstRun.lookAround': { outcomes: { others: 'alreadySetUp' } },
  'identity.firstRun.startOwn': {
    outcomes: { others: 'alreadySetUp' },
    input: () => ({ organisationName: 'Own', name: 'Somebody', email: 'somebody@own.example', password }),
  },

  'organisation.structure': { outcomes: everybody },
  'organisation.jump': { outcomes: everybody },
  'organisation.createDomain': {
    outcomes: administrators,
    input: (scene) => ({ ...one(scene), id: scene.newId(), name: 'Domain' }),
  },
  'organisation.renameDomain': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), domainId: await aDomain(scene), name: 'Other' }),
  },
  'organisation.closeDomain': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), domainId: await aDomain(scene) }),
  },
  'organisation.createTeam': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), id: scene.newId(), domainId: await aDomain(scene), name: 'Team' }),
  },
  'organisation.renameTeam': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), teamId: await aTeam(scene), name: 'Other' }),
  },
  'organisation.moveTeam': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), teamId: await aTeam(scene), domainId: await aDomain(scene) }),
  },
  'organisation.closeTeam': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), teamId: await aTeam(scene) }),
  },

  'organisation.people': { outcomes: administrators },
  'organisation.searchPeople': { outcomes: membersOfAnyTeam, input: () => ({ text: 'a' }) },
  'organisation.createPerson': {
    outcomes: administrator,
    input: (scene) => {
      const [id, membershipId] = [scene.newId<'person'>(), scene.newId<'membership'>()];
      const membership = { id: membershipId, teamId: team(scene).teamId, minutesByWeekday: fullTime, home: true };
      return { ...one(scene), id, name: 'New', email: `${id}@water.example`, membership, invite: false };
    },
  },
  'organisation.renamePerson': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), personId: await scene.person(), name: 'Other' }),
  },
  'organisation.changeEmail': {
    outcomes: administrator,
    input: async (scene) => ({
      ...one(scene),
      personId: await scene.person(),
      email: `${scene.newId()}@water.example`,
    }),
  },
  'organisation.invite': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), personId: await scene.person() }),
  },
  'organisation.reset': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), personId: await scene.person({ password }) }),
  },
  'organisation.endAccount': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), personId: await scene.person() }),
  },
  'organisation.erasurePreview': {
    outcomes: administrator,
    input: async (scene) => ({ personId: await scene.person() }),
  },
  'organisation.erasePerson': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), personId: await scene.person() }),
  },
  'organisation.appoint': {
    outcomes: administrator,
    input: async (scene) => ({
      ...one(scene),
      id: scene.newId(),
      personId: await scene.person(),
      kind: 'manager',
      domainId: scene.world.water.domains.space,
    }),
  },
  'organisation.endAppointment': {
    outcomes: administrator,
    input: async (scene) => {
      const appointmentId = scene.newId<'appointment'>();
      const { organisation } = await scene.as(people(scene).anna);
      const kind = 'manager' as const;
      const appointment = { id: appointmentId, personId: await scene.person(), kind, domainId: null };
      await organisation.appoint.mutate({ ...one(scene), ...appointment });
      return { ...one(scene), appointmentId };
    },
  },

  'organisation.startMembership': {
    outcomes: membersAndAdministrator,
    input: async (scene) => ({
      ...team(scene),
      membershipId: scene.newId(),
      personId: await scene.person(),
      minutesByWeekday: fullTime,
      home: true,
    }),
  },
  'organisation.changeMembership': {
    outcomes: membersAndAdministrator,
    input: async (scene) => ({
      ...team(scene),
      membershipId: await aMembership(scene),
      minutesByWeekday: [0, 480, 480, 480, 0, 0, 0],
      home: true,
    }),
  },
  'organisation.endMembership': {
    outcomes: membersAndAdministrator,
    input: async (scene) => ({ ...team(scene), membershipId: await aMembership(scene) }),
  },

  'organisation.catalogue': { outcomes: membersOfAnyTeam, input: () => ({}) },
  'organisation.catalogueRuns': { outcomes: administrators },
  'responsibilities.board': { outcomes: members, input: (scene) => ({ teamId: team(scene).teamId }) },
  'responsibilities.since': { outcomes: members, input: (scene) => ({ teamId: team(scene).teamId, seq: 0 }) },
  'responsibilities.history': {
    outcomes: members,
    input: async (scene) => ({ teamId: team(scene).teamId, responsibilityId: await scene.responsibility() }),
  },
  'responsibilities.takeOver': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      responsibilityId: await scene.responsibility(),
      role: 'holder',
      sharePercent: 50,
      assignmentId: scene.newId(),
    }),
  },
  'responsibilities.giveBack': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await scene.carriedBy(people(scene).ben)) }),
  },
  'responsibilities.changeShare': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await scene.carriedBy(people(scene).ben)), sharePercent: 40 }),
  },
  'responsibilities.add': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      areas: [],
      responsibilities: [{ ...text(await anArea(scene)), id: scene.newId(), catalogueItemId: null }],
    }),
  },
  'responsibilities.edit': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      responsibilityId: await scene.responsibility(),
      version: 1,
      text: text(await anArea(scene)),
    }),
  },
  'responsibilities.close': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), responsibilityId: await scene.responsibility() }),
  },
  'responsibilities.reopen': {
    outcomes: members,
    input: async (scene) => {
      const responsibilityId = await scene.responsibility();
      const { responsibilities } = await scene.as(people(scene).ada);
      await responsibilities.close.mutate({ ...team(scene), responsibilityId });
      return { ...team(scene), responsibilityId };
    },
  },
  'responsibilities.createArea': {
    outcomes: members,
    input: (scene) => ({ ...team(scene), id: scene.newId(), name: 'Area' }),
  },
  'responsibilities.renameArea': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), areaId: await anArea(scene), name: 'Other' }),
  },
  'responsibilities.removeArea': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), areaId: await anArea(scene) }),
  },
  'responsibilities.undo': {
    outcomes: members,
    input: async (scene) => {
      const done = { ...team(scene), id: scene.newId<'area'>(), name: 'Area' };
      const { responsibilities } = await scene.as(people(scene).ben);
      await responsibilities.createArea.mutate(done);
      return { ...team(scene), undoes: done.commandId };
    },
  },
};
