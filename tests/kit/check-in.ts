import { dateAt } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { epochTimes } from '@roer/domain/workload/epoch';
import { evenRequest } from '@roer/domain/workload/check-in';
import type { AnswerValue, OwnAnswer, OwnAsk } from '@roer/domain/workload/check-in';
import type { TestApplication, TestClient } from './application.ts';
import { runQuery } from './statement.ts';
import type { PersonSpec, WorldSpec } from './world.ts';

const inTeam = (team: string, names: readonly string[]): Record<string, PersonSpec> =>
  Object.fromEntries(
    names.map((name) => [name, { name: `${name[0]?.toUpperCase()}${name.slice(1)} Test`, teams: [{ team }] }]),
  );

/**
 * A large team, two small ones of the same domain that are counted together, and one that is too small. Beside them a manager of each
 * domain and an administrator, and somebody without a team.
 */
export const checkInWorld = {
  water: {
    name: 'Gemeente Waterrijk',
    domains: { space: 'Leefomgeving', care: 'Sociaal domein' },
    teams: {
      permits: { name: 'Vergunningen', domain: 'space' },
      green: { name: 'Groen', domain: 'space' },
      blue: { name: 'Water', domain: 'space' },
      support: { name: 'Ondersteuning', domain: 'care' },
    },
    people: {
      ...(inTeam('permits', ['ada', 'ben', 'cem', 'dina', 'eva', 'fatma', 'gijs', 'hana', 'ivo']) as Record<
        'ada' | 'ben' | 'cem' | 'dina' | 'eva' | 'fatma' | 'gijs' | 'hana' | 'ivo',
        PersonSpec
      >),
      ...(inTeam('green', ['kim', 'lena', 'marc', 'nora', 'omar']) as Record<
        'kim' | 'lena' | 'marc' | 'nora' | 'omar',
        PersonSpec
      >),
      ...(inTeam('blue', ['pia', 'rob', 'sara', 'tom']) as Record<'pia' | 'rob' | 'sara' | 'tom', PersonSpec>),
      ...(inTeam('support', ['uma', 'vera']) as Record<'uma' | 'vera', PersonSpec>),
      mira: { name: 'Mira Vos', manages: 'space' },
      mats: { name: 'Mats Visser', manages: 'care' },
      anna: { name: 'Anna Smit', administers: true },
      willem: { name: 'Willem Los' },
    },
  },
} satisfies WorldSpec;

/** The nine of the large team, and the nine of the two that are counted together. */
export const largeTeam = ['ada', 'ben', 'cem', 'dina', 'eva', 'fatma', 'gijs', 'hana', 'ivo'] as const;
export const smallTeams = ['kim', 'lena', 'marc', 'nora', 'omar', 'pia', 'rob', 'sara', 'tom'] as const;

/** As if everybody had used a link from their own mailbox. */
export const proveMailboxes = async ({ database }: { database: { ownerUrl: string } }): Promise<void> => {
  await runQuery(database.ownerUrl, `UPDATE "Person" SET "mailboxProvenOn" = '2026-01-01'`);
};

/** A mail server that takes everything, so that the check-in is there. */
export const anyMailer = { send: async (): Promise<void> => undefined };

const clients = new WeakMap<TestApplication, Map<string, Promise<TestClient>>>();

/** Somebody's client with a session of this day: one ends within a week, and signing in takes time. */
export const clientOf = (application: TestApplication, personId: PersonId): Promise<TestClient> => {
  const known = clients.get(application) ?? new Map<string, Promise<TestClient>>();
  clients.set(application, known);
  const key = `${personId} ${dateAt(application.clock.now())}`;
  const client = known.get(key) ?? application.signIn(personId).then(application.client);
  known.set(key, client);
  return client;
};

/** Asks the one door as somebody. */
export const ask = async (application: TestApplication, personId: PersonId, asked: OwnAsk): Promise<OwnAnswer> =>
  (await clientOf(application, personId)).workload.own.mutate(evenRequest(asked));

/** Confirms the roster that holds in epoch `number`, and gives the receipt. Throws when there is none. */
export const confirm = async (application: TestApplication, personId: PersonId, number: number): Promise<string> => {
  const { view } = await ask(application, personId, { kind: 'look' });
  const opensBefore = epochTimes(number).startsOn;
  const roster = view.state === 'group' ? view.rosters.findLast(({ opensOn }) => opensOn <= opensBefore) : undefined;
  if (!roster) throw new Error('There is no roster to confirm.');
  const { windowId, digest } = roster;
  const { receipt, refused } = await ask(application, personId, { kind: 'confirm', windowId, digest });
  if (refused !== null) throw new Error(refused);
  return receipt;
};

type Values = [AnswerValue, AnswerValue, AnswerValue, AnswerValue, AnswerValue];

/** Confirms and answers in epoch `number`: one value for all five statements, or five. */
export const answer = async (
  application: TestApplication,
  personId: PersonId,
  { number, value, share = false }: { number: number; value: AnswerValue | Values; share?: boolean },
): Promise<OwnAnswer> => {
  const receipt = await confirm(application, personId, number);
  const values: Values = Array.isArray(value) ? value : [value, value, value, value, value];
  return ask(application, personId, { kind: 'answer', receipt, epochNumber: number, values, share });
};

/** Lets it be this moment (epoch milliseconds), and does what is due then. */
export const goTo = async (application: TestApplication, now: number): Promise<void> => {
  application.clock.set(now);
  await application.app.jobs.runDue();
};

/** From the roster of the first window to the moment at which its first epoch takes answers; gives that epoch's number. */
export const toFirstAnswers = async (application: TestApplication): Promise<number> => {
  await application.app.jobs.runDue();
  const [window] = await runQuery<{ first: number }>(
    application.database.ownerUrl,
    'SELECT min("first") AS "first" FROM "RosterWindow"',
  );
  if (!window) throw new Error('No roster was announced.');
  await goTo(application, epochTimes(window.first).opensAt);
  await goTo(application, epochTimes(window.first).answersFrom);
  return window.first;
};
