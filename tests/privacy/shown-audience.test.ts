import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IntervisieId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { timelessId } from '../kit/goals.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { everythingStored } from './everything-stored.ts';
import { openMemberships, townWithLeadingMember } from './memberships.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
const log: string[] = [];
beforeAll(async () => {
  application = await startApplication({ log: (line) => void log.push(line), requestsAMinute: 1_000_000 });
  world = await createWorld(application.database, townWithLeadingMember);
});
afterAll(() => application.close());

/** Ada writes. Ben and Fatma are her colleagues, of whom Fatma leads the domain as well; Cem was; the others never are. */
const readers = ['ben', 'fatma', 'cem', 'dina', 'mira', 'anna', 'olaf', 'stranger'] as const;
type Reader = (typeof readers)[number];
const colleagues = ['ben', 'fatma'] as const;
type Colleague = (typeof colleagues)[number];

const act = fc.oneof(
  fc.record({ kind: fc.constant('card' as const), audience: fc.constantFrom('me' as const, 'team' as const) }),
  fc.record({ kind: fc.constant('publish' as const), to: fc.constantFrom('team' as const, 'link' as const) }),
  fc.record({ kind: fc.constant('takeBack' as const), from: fc.constantFrom('team' as const, 'link' as const) }),
  fc.record({
    kind: fc.constant('member' as const),
    who: fc.constantFrom('ada' as const, ...colleagues),
    isIn: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('room' as const, 'line' as const) }),
  fc.record({ kind: fc.constant('leaveRoom' as const), who: fc.constantFrom(...colleagues) }),
  fc.record({ kind: fc.constant('end' as const), keep: fc.boolean() }),
  fc.record({ kind: fc.constant('erase' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer Given> ? Given : never;
const shown: Act[] = [
  { kind: 'card', audience: 'team' },
  { kind: 'publish', to: 'team' },
  { kind: 'publish', to: 'link' },
  { kind: 'room' },
  { kind: 'line' },
];
const examples: [Act[]][] = [
  [shown],
  [[...shown, { kind: 'card', audience: 'me' }, { kind: 'takeBack', from: 'team' }, { kind: 'leaveRoom', who: 'ben' }]],
  [[...shown, { kind: 'member', who: 'ben', isIn: false }, { kind: 'takeBack', from: 'link' }, { kind: 'line' }]],
  [[...shown, { kind: 'member', who: 'ada', isIn: false }]],
  [[...shown, { kind: 'end', keep: true }, { kind: 'erase' }]],
];

/** Who may see what, told a second time. `token`: of the last link, which somebody may still have. */
type Model = {
  inTeam: Record<Colleague | 'ada', boolean>;
  card: { secret: string; isShown: boolean } | null;
  team: string | null;
  link: string | null;
  token: string;
  room: { id: IntervisieId; inside: Colleague[]; lines: string[] } | null;
  written: string[];
};
const allowed = ({ inTeam, card, team, link, room }: Model, who: Reader): ReadonlySet<string> => {
  const isIn = who === 'ben' || who === 'fatma' ? inTeam[who] : false;
  const withAda = isIn && inTeam.ada;
  return new Set([
    ...(withAda && card?.isShown ? [card.secret] : []),
    ...(withAda && team !== null ? [team] : []),
    ...(who === 'stranger' && link !== null ? [link] : []),
    ...(isIn && room?.inside.some((person) => person === who) ? room.lines : []),
  ]);
};

/** Signed in once: what is asked here is what they get, not how they came in. */
const clients = new Map<Reader | 'ada', TestClient>();
const clientOf = async (who: Reader | 'ada'): Promise<TestClient> => {
  const { people } = world.water;
  const personId = who === 'olaf' ? world.hill.people.olaf : who === 'stranger' ? undefined : people[who];
  const client = clients.get(who) ?? application.client(personId && (await application.signIn(personId)));
  clients.set(who, client);
  return client;
};

let marks = 0;
const newSecret = (): string => `geheim${(marks += 1)}x${Math.random().toString(36).slice(2, 10)}`;
const tried = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

const play = async (acts: readonly Act[]): Promise<Model> => {
  const { people } = world.water;
  const { learning: ada } = await clientOf('ada');
  const { setMembership } = openMemberships(application, world);
  const { permits: teamId } = world.water.teams;
  const model: Model = {
    inTeam: { ada: true, ben: true, fatma: true },
    card: null,
    team: null,
    link: null,
    token: '',
    room: null,
    written: [],
  };
  const write = (): string => {
    const secret = newSecret();
    model.written.push(secret);
    return secret;
  };
  for (const each of acts) {
    if (each.kind === 'card') {
      const secret = write();
      await ada.writeTalents.mutate({ from: secret });
      await ada.showTalents.mutate({ audience: each.audience });
      model.card = { secret, isShown: each.audience === 'team' };
    } else if (each.kind === 'publish') {
      const secret = write();
      const { seen } = await ada.writeContribution.mutate({ from: secret });
      if (each.to === 'team') {
        const done = await tried(ada.publishContribution.mutate({ to: 'team', seen }));
        expect(done).toBe(model.inTeam.ada);
        if (done) model.team = secret;
      } else {
        const { link } = await ada.publishContribution.mutate({ to: 'link', seen, days: 7 });
        Object.assign(model, { link: secret, token: link?.path.split('#')[1] ?? '' });
      }
    } else if (each.kind === 'takeBack') {
      await ada.unpublishContribution.mutate({ from: each.from });
      model[each.from] = null;
    } else if (each.kind === 'member') {
      if (model.inTeam[each.who] !== each.isIn) await setMembership(people[each.who], each.isIn);
      model.inTeam[each.who] = each.isIn;
    } else if (each.kind === 'room' && model.room === null && Object.values(model.inTeam).every(Boolean)) {
      const roomId = timelessId<'intervisie'>();
      await ada.openIntervisie.mutate({ teamId, roomId, minutes: [60, 1, 1, 1, 1] });
      for (const who of colleagues) await (await clientOf(who)).learning.joinIntervisie.mutate({ roomId });
      await ada.startIntervisie.mutate({ roomId });
      model.room = { id: roomId, inside: [...colleagues], lines: [] };
    } else if (each.kind === 'line' && model.room) {
      const text = write();
      const line = { roomId: model.room.id, lineId: timelessId<'line'>(), phase: 'incident' as const, text };
      const done = await tried(ada.writeIntervisie.mutate(line));
      expect(done).toBe(model.inTeam.ada);
      if (done) model.room.lines.push(text);
    } else if (each.kind === 'leaveRoom' && model.room) {
      const done = await tried((await clientOf(each.who)).learning.leaveIntervisie.mutate({ roomId: model.room.id }));
      if (done) model.room.inside = model.room.inside.filter((person) => person !== each.who);
    } else if (each.kind === 'end' && model.room) {
      const done = await tried(ada.endIntervisie.mutate({ roomId: model.room.id, keep: each.keep }));
      if (done) model.room = null;
    } else if (each.kind === 'erase') {
      await ada.removeOwnLearning.mutate();
      Object.assign(model, { card: null, team: null, link: null });
      // What was written at her case was sealed with the same key.
      if (model.room) model.room.lines = [];
    }
  }
  return model;
};

/** Every answer that somebody gets about what Ada shows, also by a link that they have from before. */
const everythingFor = async (who: Reader, { room, token }: Model): Promise<string> => {
  const { people, teams } = world.water;
  const { learning } = await clientOf(who);
  const roomId = room?.id ?? timelessId<'intervisie'>();
  const answers = await Promise.all(
    [
      learning.talents.query({ teamId: teams.permits }),
      learning.ownTalents.query(),
      learning.ownContribution.query(),
      learning.contributionOf.query({ personId: people.ada }),
      learning.contributors.query({ teamId: teams.permits }),
      // By the link whoever has it gets the same, and one place may not ask often.
      ...(who === 'stranger' ? [learning.sharedContribution.mutate({ token })] : []),
      learning.intervisieRooms.query({ teamId: teams.permits }),
      learning.intervisieRoom.query({ roomId }),
      learning.keptIntervisie.query(),
      learning.endIntervisie.mutate({ roomId, keep: true }),
      learning.writeIntervisie.mutate({ roomId, lineId: timelessId<'line'>(), phase: 'advice', text: 'x' }),
    ].map((asked: Promise<unknown>) => asked.catch((error: unknown) => ({ error, words: String(error) }))),
  );
  return JSON.stringify(answers);
};

it('L6.7 L6.8 L6.10 R9.3 R9.7 R9.8 R9.9 R9.12 whatever is done, a card, a page and a case reach whom they are for and nobody else', async () => {
  const { restoreMemberships } = openMemberships(application, world);
  const ada = await clientOf('ada');
  const seen = { shown: 0, hidden: 0 };
  await fc.assert(
    fc
      .asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
        const model = await play(acts);
        for (const who of readers) {
          const text = await everythingFor(who, model);
          const may = allowed(model, who);
          for (const secret of model.written) {
            expect(text.includes(secret), `${who} gets what is ${may.has(secret) ? '' : 'not '}theirs`).toBe(
              may.has(secret),
            );
            seen[may.has(secret) ? 'shown' : 'hidden'] += 1;
          }
        }
        const stored = Object.values(await everythingStored(application.database.ownerUrl)).flat();
        const hex = Buffer.from('geheim').toString('hex');
        expect([...stored, ...log].filter((line) => line.includes('geheim') || line.includes(hex))).toEqual([]);
      })
      .afterEach(async () => {
        await restoreMemberships();
        await ada.learning.removeOwnLearning.mutate();
      }),
    { numRuns: Number(process.env['AUDIENCE_RUNS'] ?? 7), examples },
  );
  expect(seen.shown).toBeGreaterThan(0);
  expect(seen.hidden).toBeGreaterThan(0);
}, 120_000);
