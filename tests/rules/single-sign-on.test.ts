import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorsOf } from '@roer/api/doors';
import { readEnvironment } from '@roer/api/env';
import { isComplete, readClaims } from '@roer/api/features/identity/provider-claims';
import type { AppointmentId, DomainId, MembershipId, PersonId, TeamId } from '@roer/domain/ids';
import { groupMapping, rightsOf } from '@roer/domain/identity/group-mapping';
import { decideAdmission } from '@roer/domain/identity/single-sign-on';
import { deriveRightsToFollow, followsAlready, resolveRights } from '@roer/domain/organisation/group-rights';

// Brands exist only for the compiler.
const person = (id: string) => id as PersonId;
const team = (id: string) => id as TeamId;
const domain = (id: string) => id as DomainId;
const structure = [
  {
    id: domain('space'),
    name: 'Ruimte',
    teams: [
      { id: team('permits'), name: 'Vergunningen' },
      { id: team('desk1'), name: 'Balie' },
    ],
  },
  { id: domain('care'), name: 'Zorg', teams: [{ id: team('desk2'), name: 'Balie' }] },
];

describe('who comes in by the identity provider', () => {
  const claims = { email: 'ada@water.example', emailVerified: true };
  const nobody = { linked: null, byEmail: null, welcome: false };
  const ada = { personId: person('ada'), ended: false };

  it('I18 whoever is linked, whatever address the provider tells; nobody whose account ended', () => {
    const facts = {
      ...nobody,
      linked: ada,
      byEmail: { personId: person('ben'), ended: false, linkedElsewhere: false },
    };
    expect(decideAdmission(facts, { email: null, emailVerified: false })).toEqual({ kind: 'known', personId: 'ada' });
    expect(decideAdmission({ ...facts, linked: { ...ada, ended: true } }, claims)).toEqual({
      kind: 'refused',
      why: 'accountEnded',
    });
  });

  it('I18 I19 else by an address that is certainly theirs, or as somebody new who is welcome', () => {
    const byEmail = { ...ada, linkedElsewhere: false };
    const why = (facts: Parameters<typeof decideAdmission>[0], told = claims) => decideAdmission(facts, told);
    expect(why({ ...nobody, byEmail })).toEqual({ kind: 'link', personId: 'ada' });
    expect(why({ ...nobody, byEmail, welcome: true }, { ...claims, emailVerified: false })).toMatchObject({
      why: 'emailUnverified',
    });
    expect(why({ ...nobody, byEmail: { ...byEmail, linkedElsewhere: true }, welcome: true })).toMatchObject({
      why: 'linkedElsewhere',
    });
    expect(why({ ...nobody, byEmail: { ...byEmail, ended: true }, welcome: true })).toMatchObject({
      why: 'accountEnded',
    });
    expect(why(nobody)).toMatchObject({ why: 'unknownPerson' });
    expect(why({ ...nobody, welcome: true })).toEqual({ kind: 'new', email: 'ada@water.example' });
  });
});

describe('what groups give', () => {
  it('I20 is one team or domain by its name or id; a name that two have gives nothing', () => {
    const mapping = groupMapping.parse({
      a: { team: 'Vergunningen', home: true },
      b: [{ team: 'Balie' }, { team: 'desk2' }, { managerOf: 'Zorg' }],
      c: [{ managerOf: '*' }, { administrator: true }],
    });
    const wanted = resolveRights(rightsOf(mapping, ['a', 'b', 'c', 'constructor', 'z']), structure);
    expect(wanted.teams.map(({ teamId, home }) => [teamId, home])).toEqual([
      ['permits', true],
      ['desk2', false],
    ]);
    expect(wanted.appointments.map(({ kind, domainId }) => [kind, domainId])).toEqual([
      ['manager', 'care'],
      ['manager', null],
      ['administrator', null],
    ]);
    expect(wanted.unknown).toEqual(['team Balie']);
  });

  it('I20 changes nothing any more once it was followed, never ends what was given by hand, and leaves one home team', () => {
    const names = ['permits', 'desk1', 'desk2'].map(team);
    const wantedRights = fc.uniqueArray(fc.record({ team: fc.constantFrom(...names, 'gone'), home: fc.boolean() }), {
      selector: (right) => right.team,
    });
    const held = fc.uniqueArray(fc.record({ teamId: fc.constantFrom(...names), byHand: fc.boolean() }), {
      selector: ({ teamId }) => teamId,
    });
    fc.assert(
      fc.property(wantedRights, held, fc.nat(2), (rights, before, home) => {
        const memberships = before.map(({ teamId }, index) => ({
          id: teamId as string as MembershipId,
          teamId,
          home: index === home,
        }));
        const given = new Map(
          before.filter(({ byHand }) => !byHand).map(({ teamId }) => [teamId as string, `team ${teamId}`]),
        );
        const wanted = resolveRights(rights, structure);
        const toFollow = deriveRightsToFollow({ memberships, appointments: [], given }, wanted);
        for (const { id } of toFollow.endMemberships) expect(given.has(id)).toBe(true);
        const after = [
          ...memberships.filter(({ id }) => !toFollow.endMemberships.some((ending) => ending.id === id)),
          ...toFollow.startTeams.map(({ teamId, home: isHome }) => ({
            id: teamId as string as MembershipId,
            teamId,
            home: isHome,
          })),
        ];
        expect(after.filter((membership) => membership.home).length).toBeLessThanOrEqual(1);
        for (const { teamId } of wanted.teams)
          expect(after.some((membership) => membership.teamId === teamId)).toBe(true);
        const nowGiven = new Map([
          ...given,
          ...toFollow.startTeams.map(({ teamId, key }): [string, string] => [teamId, key]),
        ]);
        expect(
          followsAlready(deriveRightsToFollow({ memberships: after, appointments: [], given: nowGiven }, wanted)),
        ).toBe(true);
      }),
    );
  });

  it('I20 ends a role that a group gave, and keeps what a right gave that names nothing any more', () => {
    const held = {
      memberships: [{ id: 'm' as MembershipId, teamId: team('permits'), home: true }],
      appointments: [{ id: 'a' as AppointmentId, kind: 'manager' as const, domainId: domain('care') }],
      given: new Map([
        ['m', 'team Oude naam'],
        ['a', 'managerOf Zorg'],
      ]),
    };
    const wanted = resolveRights([{ team: 'Oude naam', home: true }], structure);
    expect(deriveRightsToFollow(held, wanted)).toEqual({
      endMemberships: [],
      endAppointments: ['a'],
      startTeams: [],
      startAppointments: [],
    });
  });
});

describe('what the provider says', () => {
  const claims = { email: 'email', name: 'name', groups: 'groups' };
  const read = (raw: Record<string, unknown>, settings = {}) =>
    readClaims({ sub: 's', ...raw }, { claims, emailsAreVerified: false, ...settings });

  it('I18 an address counts only when it says so, or when the settings say it for it', () => {
    expect(read({ email: ' Ada@Water.example ', email_verified: true })).toMatchObject({
      email: 'ada@water.example',
      emailVerified: true,
    });
    expect(read({ email: 'ada@water.example', email_verified: 'true' })).toMatchObject({ emailVerified: true });
    for (const said of [undefined, false, 'false', 1])
      expect(read({ email: 'ada@water.example', email_verified: said })).toMatchObject({ emailVerified: false });
    expect(read({ email: 'no address', email_verified: true })).toMatchObject({ email: null });
    const other = { claims: { ...claims, email: 'upn' } };
    // What is verified is the claim `email`, not another.
    expect(read({ upn: 'ada@water.example', email_verified: true }, other)).toMatchObject({
      email: 'ada@water.example',
      emailVerified: false,
    });
    expect(read({ upn: 'ada@water.example' }, { ...other, emailsAreVerified: true })).toMatchObject({
      emailVerified: true,
    });
  });

  it('I20 groups may stand deep in a claim; too many to list is not the same as none', () => {
    const roles = { claims: { ...claims, groups: 'realm_access.roles' } };
    expect(read({ realm_access: { roles: ['a', 3, 'b'] } }, roles).groups).toEqual(['a', 'b']);
    expect(read({ groups: 'a' }).groups).toEqual(['a']);
    expect(read({}).groups).toEqual([]);
    expect(read({ _claim_names: { groups: 'src1' } }).groups).toBeNull();
    expect(read({ hasgroups: true }).groups).toBeNull();
    expect(isComplete({ email: 'a', name: 'b' }, { claims })).toBe(false);
    expect(isComplete({ email: 'a', name: 'b', groups: [] }, { claims })).toBe(true);
  });
});

describe('settings', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roer-doors-'));
    writeFileSync(join(folder, 'secret'), 'geheim\n');
    writeFileSync(join(folder, 'groups.json'), '{"g": {"team": "Balie"}}');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const doors = (variables: Record<string, string>) => doorsOf(readEnvironment(variables));
  const given = {
    OIDC_ISSUER: 'https://login.example/tenant',
    OIDC_CLIENT_ID: 'roer',
    PUBLIC_URL: 'https://roer.example',
  };

  it('I17 without an issuer there are passwords alone', () => {
    expect(doors({})).toEqual({ passwords: true, provider: null });
  });

  it('I17 name a provider, with its secret and groups from files', () => {
    expect(
      doors({
        ...given,
        OIDC_CLIENT_SECRET_FILE: join(folder, 'secret'),
        OIDC_GROUPS_FILE: join(folder, 'groups.json'),
        LOCAL_PASSWORDS: 'off',
      }),
    ).toMatchObject({
      passwords: false,
      provider: { clientSecret: 'geheim', groups: { g: [{ team: 'Balie', home: false }] }, sessionHours: 12 },
    });
  });

  it.each([
    [{ LOCAL_PASSWORDS: 'off' }, 'nobody could sign in'],
    [{ LOCAL_PASSWORDS: 'maybe' }, 'LOCAL_PASSWORDS'],
    [{ OIDC_CLIENT_ID: 'roer' }, 'OIDC_ISSUER is not'],
    [{ ...given, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID is missing'],
    [{ ...given, PUBLIC_URL: '' }, 'PUBLIC_URL must be set'],
    [{ ...given, OIDC_ISSUER: 'http://login.example' }, 'must begin with https'],
    [{ ...given, OIDC_ISSUER: 'login.example' }, 'must begin with https'],
    [{ ...given, OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, 'your own tenant'],
    [{ ...given, OIDC_SCOPE: 'email' }, 'must contain openid'],
    [{ ...given, OIDC_CLIENT_SECRET: 'a', OIDC_CLIENT_SECRET_FILE: 'b' }, 'not both'],
    [{ ...given, OIDC_CLIENT_SECRET_FILE: '/nowhere' }, 'cannot be read'],
    [{ ...given, OIDC_GROUPS: '{' }, 'OIDC_GROUPS is no JSON'],
    [{ ...given, OIDC_GROUPS: '{"g": {"temas": "x"}}' }, 'what "g" gives'],
    [{ ...given, OIDC_SESSION_HOURS: '0' }, 'OIDC_SESSION_HOURS'],
  ])('I17 that are wrong are said in a sentence: %j', (variables, sentence) => {
    expect(() => doors(variables)).toThrow(sentence);
  });
});
