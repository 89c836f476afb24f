import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dateAt } from '@roer/domain/dates';
import type { BuddyId, GoalId, PersonId, ReflectionId } from '@roer/domain/ids';
import { audiences, isFor, narrower, reaches } from '@roer/domain/learning/goal';
import type { Audience, GoalField, Relation } from '@roer/domain/learning/goal';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient, TestSocket } from '../kit/application.ts';
import { timelessId, writeField } from '../kit/goals.ts';
import { listProcedures } from '../kit/procedures.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { everythingStored } from '../privacy/everything-stored.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let log: string[];
beforeAll(async () => {
  log = [];
  application = await startApplication({ log: (line) => void log.push(line), requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
});
afterAll(() => application.close());

/** Ada owns the goal. Ben and Fatma may be in her team and her buddy; Cem was; the others never are. */
const readers = ['ben', 'fatma', 'cem', 'dina', 'mira', 'anna', 'olaf', 'stranger'] as const;
type Reader = (typeof readers)[number];
const colleagues = ['ben', 'fatma'] as const;
type Colleague = (typeof colleagues)[number];
const personOf = (who: Exclude<Reader, 'stranger'> | 'ada'): PersonId =>
  who === 'olaf' ? world.hill.people.olaf : world.water.people[who];

type Step =
  | { kind: 'type'; by: 'ada' | Colleague; field: GoalField }
  | { kind: 'audience'; step: Audience; plan: Audience }
  | { kind: 'ask'; who: Colleague }
  | { kind: 'answer'; who: Colleague; agrees: boolean }
  | { kind: 'end'; by: 'ada' | Colleague }
  | { kind: 'leave' | 'return'; who: Colleague | 'ada' }
  | { kind: 'reflect'; audience: Audience }
  | { kind: 'share'; audience: Audience }
  | { kind: 'state'; state: 'active' | 'paused' | 'done' }
  | { kind: 'remove' };
const audience = fc.constantFrom(...audiences);
const colleague = fc.constantFrom(...colleagues);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    by: fc.constantFrom('ada' as const, ...colleagues),
    field: fc.constantFrom('title' as const, 'wish' as const, 'obstacle' as const),
  }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('audience' as const), step: audience, plan: audience }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), who: colleague }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), who: colleague, agrees: fc.boolean() }) },
  fc.record({ kind: fc.constant('end' as const), by: fc.constantFrom('ada' as const, ...colleagues) }),
  fc.record({
    kind: fc.constantFrom('leave' as const, 'return' as const),
    who: fc.constantFrom('ada' as const, ...colleagues),
  }),
  fc.record({ kind: fc.constant('reflect' as const), audience }),
  fc.record({ kind: fc.constant('share' as const), audience }),
  fc.record({ kind: fc.constant('state' as const), state: fc.constantFrom('active', 'paused', 'done') }),
  fc.record({ kind: fc.constant('remove' as const) }),
);

/** One that ends with a buddy who sees all, one that ends with who saw it and does no more. */
const shared: Step[] = [
  { kind: 'ask', who: 'ben' },
  { kind: 'answer', who: 'ben', agrees: true },
  { kind: 'audience', step: 'team', plan: 'buddy' },
  { kind: 'type', by: 'ben', field: 'wish' },
  { kind: 'reflect', audience: 'buddy' },
];
const examples: [Step[]][] = [[shared], [[...shared, { kind: 'end', by: 'ben' }, { kind: 'leave', who: 'fatma' }]]];

/** Who may see what, told a second time: small enough to see that it is right. */
type Model = {
  isThere: boolean;
  step: Audience;
  plan: Audience;
  buddy: { who: Colleague; state: 'asked' | 'agreed' | 'declined' } | null;
  inTeam: Record<Colleague | 'ada', boolean>;
  reflections: { secret: string; audience: Audience }[];
  /** Everything that was ever written, by the part it stands in. */
  secrets: { step: string[]; plan: string[] };
};
const relationOf = (model: Model, who: Reader): Relation => {
  const isIn = who === 'ben' || who === 'fatma' ? model.inTeam[who] : false;
  const areColleagues = isIn && model.inTeam.ada;
  const isBuddy = areColleagues && model.buddy?.who === who && model.buddy.state === 'agreed';
  return { isOwner: false, isBuddy, areColleagues };
};
const allowed = (model: Model, who: Reader): ReadonlySet<string> => {
  if (!model.isThere) return new Set();
  const relation = relationOf(model, who);
  return new Set([
    ...(isFor(model.step, relation) ? model.secrets.step : []),
    ...(isFor(model.plan, relation) ? model.secrets.plan : []),
    ...model.reflections
      .filter((reflection) => isFor(narrower(reflection.audience, model.step), relation))
      .map(({ secret }) => secret),
  ]);
};

let marks = 0;
const newSecret = (): string => `geheim${(marks += 1)}x${Math.random().toString(36).slice(2, 10)}`;
const tried = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

const setMembership = async (who: Colleague | 'ada', isIn: boolean): Promise<void> => {
  const { id: organisationId } = world.water;
  const { permits } = world.water.teams;
  const today = dateAt(application.clock.now());
  await (isIn
    ? runQuery(
        application.database.ownerUrl,
        `INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "home") VALUES ($1, $2, $3, $4, $5, false)`,
        [organisationId, application.clock.newId(), personOf(who), permits, today],
      )
    : runQuery(
        application.database.ownerUrl,
        `WITH begun AS (DELETE FROM "Membership" WHERE "personId" = $1 AND "teamId" = $2 AND "from" = $3)
         UPDATE "Membership" SET "until" = $3 WHERE "personId" = $1 AND "teamId" = $2 AND "from" < $3 AND ("until" IS NULL OR "until" > $3)`,
        [personOf(who), permits, today],
      ));
};

/** One town's day: a goal of Ada, steps on it, and the model beside it. */
const play = async (steps: readonly Step[], look: (model: Model, goalId: GoalId) => Promise<void>): Promise<void> => {
  const clients: Record<string, TestClient> = {};
  for (const who of ['ada', ...colleagues] as const)
    clients[who] = application.client(await application.signIn(personOf(who)));
  const as = (who: 'ada' | Colleague): TestClient['learning'] => {
    const client = clients[who];
    if (!client) throw new Error('Who acts signed in.');
    return client.learning;
  };
  const title = newSecret();
  const goalId = timelessId<'goal'>();
  const { permits: teamId } = world.water.teams;
  await as('ada').createGoal.mutate({ id: goalId, teamId, responsibilityId: null, targetLevel: null, title });
  const model: Model = {
    isThere: true,
    step: 'me',
    plan: 'me',
    buddy: null,
    inTeam: { ada: true, ben: true, fatma: true },
    reflections: [],
    secrets: { step: [title], plan: [] },
  };
  let buddyId: BuddyId | null = null;
  let reflectionId: ReflectionId | null = null;
  const dropBuddy = (who: Colleague | 'ada'): void => {
    if (who === 'ada' || model.buddy?.who === who) model.buddy = null;
  };
  for (const each of steps) {
    if (each.kind === 'type') {
      const { by, field } = each;
      const value = newSecret();
      const done = await tried(writeField({ learning: as(by) } as TestClient, { goalId, field, value }));
      const part = field === 'title' ? 'step' : 'plan';
      const mayWrite =
        model.isThere && (by === 'ada' || (reaches(model.plan, 'buddy') && relationOf(model, by).isBuddy));
      expect(done, `${by} types`).toBe(mayWrite);
      // What stood there before is no longer anybody's to see.
      if (done) model.secrets[part] = field === 'title' ? [value] : [...model.secrets[part], value];
    } else if (each.kind === 'audience') {
      const set = { goalId, stepAudience: each.step, planAudience: each.plan };
      const done = await tried(as('ada').setGoal.mutate(set));
      expect(done).toBe(model.isThere && reaches(each.step, each.plan));
      if (done) Object.assign(model, { step: each.step, plan: each.plan });
    } else if (each.kind === 'ask') {
      const id = timelessId<'buddy'>();
      const done = await tried(as('ada').askBuddy.mutate({ id, teamId, personId: personOf(each.who) }));
      const isFree = model.buddy === null || model.buddy.state === 'declined';
      expect(done, 'asks').toBe(isFree && model.inTeam.ada && model.inTeam[each.who]);
      if (done) {
        buddyId = id;
        model.buddy = { who: each.who, state: 'asked' };
      }
    } else if (each.kind === 'answer' && buddyId) {
      await tried(as(each.who).answerBuddy.mutate({ id: buddyId, agrees: each.agrees }));
      if (model.buddy?.who === each.who && model.buddy.state === 'asked')
        model.buddy = { who: each.who, state: each.agrees ? 'agreed' : 'declined' };
    } else if (each.kind === 'end' && buddyId) {
      await tried(as(each.by).endBuddy.mutate({ id: buddyId }));
      if (each.by === 'ada' || model.buddy?.who === each.by) model.buddy = null;
    } else if (each.kind === 'leave' || each.kind === 'return') {
      const isIn = each.kind === 'return';
      if (model.inTeam[each.who] !== isIn) await setMembership(each.who, isIn);
      model.inTeam[each.who] = isIn;
      if (!isIn) dropBuddy(each.who);
    } else if (each.kind === 'reflect') {
      const secret = newSecret();
      reflectionId = timelessId<'reflection'>();
      const { audience: whom } = each;
      const done = await tried(
        as('ada').reflect.mutate({ id: reflectionId, goalId, occurred: true, text: secret, audience: whom }),
      );
      expect(done).toBe(model.isThere);
      if (done) model.reflections.push({ secret, audience: whom });
    } else if (each.kind === 'share' && reflectionId) {
      const done = await tried(as('ada').shareReflection.mutate({ reflectionId, audience: each.audience }));
      const last = model.reflections.at(-1);
      if (done && last) last.audience = each.audience;
    } else if (each.kind === 'state') {
      await tried(as('ada').setGoal.mutate({ goalId, state: each.state }));
    } else if (each.kind === 'remove') {
      await as('ada').removeGoal.mutate({ goalId });
      Object.assign(model, { isThere: false, reflections: [] });
    }
  }
  await look(model, goalId);
};

/** Every answer of every question, and of every refusal of a change, as text. */
const everythingFor = async (who: Reader, ids: Record<string, unknown>): Promise<string> => {
  const cookie = who === 'stranger' ? undefined : await application.signIn(personOf(who));
  const headers = {
    origin: application.url,
    'content-type': 'application/json',
    ...(cookie === undefined ? {} : { cookie }),
  };
  // What a question does not know of an input it ignores.
  const inputs = [undefined, { ...ids, text: 'geheim', seq: 0, year: 2026 }];
  const questions = listProcedures()
    .filter(({ type }) => type === 'query')
    .flatMap(({ path }) =>
      inputs.map((input) => `${path}${input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''}`),
    );
  const texts = await Promise.all(
    questions.map(async (path) => (await fetch(`${application.url}/trpc/${path}`, { headers })).text()),
  );
  const refused = ['setGoal', 'typeGoal', 'reflect', 'shareReflection', 'reviewReflection', 'answerBuddy'];
  for (const name of refused) {
    const body = JSON.stringify({
      ...ids,
      part: 'plan',
      update: 'AAAA',
      recall: 'known',
      agrees: true,
      audience: 'me',
    });
    const answer = await fetch(`${application.url}/trpc/learning.${name}`, { method: 'POST', headers, body });
    texts.push(await answer.text());
  }
  if (cookie !== undefined) {
    const { path } = await application.client(cookie).calendar.renew.mutate();
    texts.push(await (await fetch(application.url + path)).text());
  }
  return texts.join('\n');
};

const backToStart = async (): Promise<void> => {
  const { permits } = world.water.teams;
  for (const who of ['ada', ...colleagues] as const) {
    const membershipId = world.water.memberships[who]['permits'];
    await runQuery(
      application.database.ownerUrl,
      `WITH gone AS (DELETE FROM "Membership" WHERE "personId" = $1 AND "teamId" = $2 AND "id" <> $3)
       UPDATE "Membership" SET "until" = NULL WHERE "id" = $3`,
      [personOf(who), permits, membershipId],
    );
  }
  await application.client(await application.signIn(personOf('ada'))).learning.removeOwnLearning.mutate();
};

it('L2.2 L2.3 L2.5 L2.6 L2.7 L2.9 L2.13 whatever is done, a goal and its reflections reach whom they are for and nobody else', async () => {
  const sockets = new Map<Reader, TestSocket>();
  const heard = new Map<Reader, string[]>();
  for (const who of readers.filter((each) => each !== 'stranger')) {
    const socket = await application.socket(await application.signIn(personOf(who)));
    const lines: string[] = [];
    socket.onAny((...message: unknown[]) => void lines.push(JSON.stringify(message)));
    await socket.emitWithAck('listen', { teamId: world.water.teams.permits });
    sockets.set(who, socket);
    heard.set(who, lines);
  }
  const seen = { shown: 0, hidden: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      await play(steps, async (model, goalId) => {
        const all = [...model.secrets.step, ...model.secrets.plan, ...model.reflections.map(({ secret }) => secret)];
        const teamId = world.water.teams.permits;
        const ids = { goalId, id: goalId, teamId, personId: personOf('ada'), reflectionId: goalId };
        for (const who of readers) {
          const text = await everythingFor(who, ids);
          const may = allowed(model, who);
          for (const secret of all) {
            if (!may.has(secret)) expect(text.includes(secret), `${who} gets what is not theirs`).toBe(false);
            seen[may.has(secret) ? 'shown' : 'hidden'] += 1;
          }
          // The last of each kind stands there still: whom it is for does get it.
          const [title] = model.secrets.step.slice(-1);
          if (title !== undefined && may.has(title)) expect(text, `${who} gets what is theirs`).toContain(title);
          for (const { secret } of model.reflections)
            if (may.has(secret)) expect(text, `${who} gets the reflection`).toContain(secret);
        }
        for (const [who, lines] of heard)
          expect(
            lines.filter((line) => line.includes('geheim')),
            `${who} hears`,
          ).toEqual([]);
        const stored = Object.values(await everythingStored(application.database.ownerUrl)).flat();
        const hex = Buffer.from('geheim').toString('hex');
        expect([...stored, ...log].filter((line) => line.includes('geheim') || line.includes(hex))).toEqual([]);
      }).finally(backToStart);
    }),
    { numRuns: Number(process.env['AUDIENCE_RUNS'] ?? 8), examples },
  );
  // A run in which nobody was allowed anything, or nothing was kept from anybody, would prove nothing.
  expect(seen.shown).toBeGreaterThan(0);
  expect(seen.hidden).toBeGreaterThan(0);
  for (const socket of sockets.values()) socket.close();
}, 300_000);
