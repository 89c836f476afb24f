import { describe, expect, it } from 'vitest';
import { asTrpcError, forClient } from '@roer/api/platform/errors';
import {
  isAdministrator,
  isManager,
  isManagerOf,
  isMember,
  mayInOrganisation,
  mayInTeam,
} from '@roer/domain/access/may';
import type { Actor, OrganisationPermission, TeamPermission } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { Id } from '@roer/domain/ids';
import { theId } from './team-builder.ts';

const ours = theId('team', 1);
const others = theId('team', 2);
const actor = (changed: Partial<Pick<Actor, 'memberships' | 'appointments'>> = {}): Actor => ({
  // The brands exist only for the compiler.
  organisationId: '10000000-0000-7000-8000-000000000001' as Id<'organisation'>,
  personId: theId('person', 1),
  name: '',
  memberships: [],
  appointments: [],
  ...changed,
});
const appointment = (kind: 'manager' | 'administrator', domain: Id<'domain'> | null = null): Actor['appointments'] => [
  { id: '20000000-0000-7000-8000-000000000001' as Id<'appointment'>, kind, domainId: domain },
];
const memberships = [{ id: theId('membership', 1), teamId: ours, teamName: 'Team', home: true }];

const actors = {
  nobody: actor(),
  member: actor({ memberships }),
  memberOfOther: actor({ memberships: memberships.map((each) => ({ ...each, teamId: others })) }),
  manager: actor({ appointments: appointment('manager') }),
  managerOfDomain: actor({
    appointments: appointment('manager', '30000000-0000-7000-8000-000000000001' as Id<'domain'>),
  }),
  administrator: actor({ appointments: appointment('administrator') }),
};
type Who = keyof typeof actors;
const everybody = Object.keys(actors).toSorted();
const allowed = (may: (actor: Actor) => boolean): string[] =>
  Object.entries(actors)
    .flatMap(([who, each]) => (may(each) ? [who] : []))
    .toSorted();

const inTeam: Record<TeamPermission, Who[]> = {
  'team.read': ['member'],
  'area.write': ['member'],
  'responsibility.write': ['member'],
  'responsibility.carry': ['member'],
  'responsibility.passOn': ['member'],
  'duty.write': ['member'],
  'duty.settle': ['member'],
  'absence.plan': ['member'],
  'help.exchange': ['member'],
  'note.write': ['member'],
  'deadlineWork.write': ['member'],
  'transfer.agree': ['member'],
  'duo.hold': ['member'],
  'overload.record': ['member'],
  'obstacle.raise': ['member'],
  'cover.write': ['member'],
  'team.undo': ['member'],
  'team.changeMembers': ['administrator', 'member'],
};
const inOrganisation: Record<OrganisationPermission, Who[] | 'everybody'> = {
  'structure.read': 'everybody',
  'ownName.write': 'everybody',
  'catalogue.read': ['administrator', 'member', 'memberOfOther'],
  'people.search': ['administrator', 'member', 'memberOfOther'],
  'structure.write': ['administrator'],
  'people.write': ['administrator'],
  'catalogue.import': ['administrator'],
  'people.import': ['administrator'],
  'responsibilities.import': ['administrator'],
  'audit.read': ['administrator'],
};

const answer = (code: 'notAllowed' | 'notFound') => {
  const error = asTrpcError(new DomainError(code));
  return { code: error.code, shown: forClient(error) };
};

describe('who may do what', () => {
  // Typed as a record over all permissions: a new one does not compile until it stands in the table.
  it.each(Object.entries(inTeam))('A1 A2 with a team: %s', (permission, who) => {
    expect(allowed((each) => mayInTeam(each, permission as TeamPermission, ours))).toEqual(who);
  });

  it.each(Object.entries(inOrganisation))('A3 with the organisation: %s', (permission, who) => {
    const may = allowed((each) => mayInOrganisation(each, permission as OrganisationPermission));
    expect(may).toEqual(who === 'everybody' ? everybody : who);
  });

  it('A1 A2 an administrator who is a member may in that team what members may', () => {
    const both = actor({ memberships, appointments: appointment('administrator') });
    expect(mayInTeam(both, 'team.read', ours)).toBe(true);
    expect(mayInTeam(both, 'team.read', others)).toBe(false);
    expect([isMember(both, ours), isMember(both, others), isAdministrator(both)]).toEqual([true, false, true]);
  });

  it('W6.5 leads a team: a manager of the whole organisation, and a manager of its domain', () => {
    const [domain, other] = ['30000000-0000-7000-8000-000000000001', '30000000-0000-7000-8000-000000000002'].map(
      // The brand exists only for the compiler.
      (id) => id as Id<'domain'>,
    );
    const leads = (domainId: Id<'domain'> | null = null) => allowed((each) => isManagerOf(each, domainId));
    expect(leads(domain)).toEqual(['manager', 'managerOfDomain']);
    expect(leads(other)).toEqual(['manager']);
    expect(leads(null)).toEqual(['manager']);
    expect(allowed(isManager)).toEqual(['manager', 'managerOfDomain']);
  });

  it('A4 what is not allowed cannot be told from what is not there', () => {
    expect(answer('notAllowed').shown).toEqual(answer('notFound').shown);
    expect(answer('notAllowed').code).toBe(answer('notFound').code);
  });
});
