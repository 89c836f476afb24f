import { evenRequest } from '@roer/domain/workload/check-in';
import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const everybody: Outcomes = { stranger: 'signInNeeded', others: 'ok' };

const notByThat: Outcomes = { stranger: 'signInNeeded', others: 'wrongPassword' };
const nothingThere: Outcomes = { stranger: 'signInNeeded', others: 'notFound' };
const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };
const administrators: Outcomes = {
  stranger: 'signInNeeded',
  administrator: 'ok',
  otherAdministrator: 'ok',
  others: 'notFound',
};
const managers: Outcomes = { stranger: 'signInNeeded', manager: 'ok', others: 'notFound' };
const permits = ({ world }: Scene) => world.water.teams.permits;

/** What somebody does with what is their own, whoever they are: no input names anybody. */
export const ownEntries: Record<string, Entry> = {
  'responsibilities.news': { outcomes: members, input: (scene) => ({ teamId: permits(scene) }) },
  'responsibilities.markSeen': { outcomes: members, input: (scene) => ({ teamId: permits(scene), seq: 0 }) },
  'workload.own': { outcomes: everybody, input: () => evenRequest({ kind: 'look' }) },
  'insights.results': { outcomes: { ...members, manager: 'ok' }, input: (scene) => ({ teamId: permits(scene) }) },
  'insights.ownResults': { outcomes: everybody },
  'insights.shared': { outcomes: members, input: (scene) => ({ teamId: permits(scene) }) },
  // Each sees the domain that they lead.
  'insights.dashboard': { outcomes: { ...managers, otherManager: 'ok' } },
  'insights.domain': { outcomes: managers, input: ({ world }) => ({ domainId: world.water.domains.space }) },
  'insights.mirror': { outcomes: members, input: (scene) => ({ teamId: permits(scene) }) },
  'workload.organisingWeeks': { outcomes: everybody },
  'workload.setOrganisingWeek': {
    outcomes: everybody,
    input: (scene) => ({ monday: scene.monday(), minutes: 90 }),
  },
  // One’s own name: the input names nobody.
  'organisation.renameMyself': {
    outcomes: everybody,
    input: ({ newId }) => ({ commandId: newId<'command'>(), name: 'Another Name' }),
  },
  'identity.stored': { outcomes: everybody },
  'identity.confirmation': { outcomes: everybody },
  'identity.passkeys.own': { outcomes: everybody },
  // There are none at an address that is a number; tests of passkeys have one with a name.
  'identity.passkeys.begin': { outcomes: nothingThere, input: () => ({ password: 'x' }) },
  'identity.passkeys.add': {
    outcomes: nothingThere,
    input: () => ({
      name: 'Laptop',
      passkey: { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'x', attestationObject: 'x' } },
    }),
  },
  // Of nobody: there is none.
  'identity.passkeys.remove': { outcomes: nothingThere, input: ({ newId }) => ({ id: newId() }) },
  'identity.ownRows': { outcomes: everybody, input: () => ({ kind: 'person', from: 0 }) },
  // Who signed in just now and has no password has no password to type (tests of erasing do it right).
  'identity.ownAnswers': { outcomes: notByThat, input: () => ({ password: 'x' }) },
  'identity.eraseMe': {
    outcomes: notByThat,
    input: ({ newId }) => ({ commandId: newId<'command'>(), password: 'x' }),
  },
  'organisation.ownErasurePreview': { outcomes: everybody },
  'audit.mine': { outcomes: everybody },
  'audit.team': {
    outcomes: members,
    input: (scene) => ({ teamId: permits(scene), group: null, personId: null, day: null, before: null }),
  },
  // Each sees the log of their own organisation.
  'audit.organisation': {
    outcomes: administrators,
    input: () => ({ group: null, personId: null, day: null, before: null }),
  },
  'audit.state': { outcomes: administrators },
  'audit.retention': { outcomes: administrators },
  'calendar.state': { outcomes: everybody },
  'calendar.renew': { outcomes: everybody },
  'calendar.revoke': { outcomes: everybody },
  'digest.state': { outcomes: everybody },
  'digest.choose': { outcomes: everybody, input: () => ({ language: null }) },
  // Here is no link of a mail (digest tests).
  'digest.unsubscribe': { outcomes: { others: 'linkExpired' }, input: () => ({ token: 'A'.repeat(86) }) },
};
