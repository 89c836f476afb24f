import { once } from 'node:events';
import { seal } from '@roer/api/features/workload/seal';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import type { AnswerValue, Statement } from '@roer/domain/workload/check-in';
import { epochAt, epochTimes } from '@roer/domain/workload/epoch';
import { proveMailboxes } from '../kit/check-in.ts';
import { createClock } from '../kit/clock.ts';
import { runQuery } from '../kit/statement.ts';
import { startChild } from './child.ts';
import { clientOf, forgetPeak, memoryOf, whileOthersAsk } from './meanwhile.ts';
import type { Memory, Others } from './meanwhile.ts';
import { buildPlace } from './town.ts';
import type { Place } from './town.ts';

/**
 * `announce`, `open` and `close` are milliseconds. At the moment at which a period closes the next one opens: `turn` is both, and what
 * others waited and the memory are of both.
 */
export type CloseResult = {
  people: number;
  cells: number;
  announce: number;
  open: number;
  close: number;
  turn: number;
  released: number;
  answersLeft: number;
  others: Others;
  memory: Memory;
};

const people = 10_000;
const cells = 900;

/** How long it takes to close a period of a very large organisation, what others notice of it and what the server weighs. */
export const benchClose = async (progress: (line: string) => void): Promise<CloseResult> => {
  progress(`${people} people in ${cells} teams …`);
  const place = await buildPlace({
    name: 'Gemeente Waterrijk',
    domains: { all: 'Alles' },
    teams: Object.fromEntries(
      Array.from({ length: cells }, (_, team) => [`team${team}`, { name: `Team ${team}`, domain: 'all' }] as const),
    ),
    people: Object.fromEntries(
      Array.from(
        { length: people },
        (_, one) => [`one${one}`, { name: `Lid ${one}`, teams: [{ team: `team${one % cells}` }] }] as const,
      ),
    ),
  });
  await proveMailboxes({ database: place });
  const start = createClock().now();
  const server = await startChild<{ url: string }>('./close-server.ts', {
    ownerUrl: place.ownerUrl,
    secret: place.secret,
    now: start,
  });
  try {
    const { one0 } = place.world.people;
    if (!one0) throw new Error('Somebody lives here.');
    const client = clientOf(server.answer.url, await place.signIn(one0));
    // The clock goes on for weeks.
    await runQuery(place.ownerUrl, `UPDATE "Session" SET "expiresAt" = "expiresAt" + interval '90 days'`);
    const runAt = async (at: number): Promise<{ all: number; closing: number }> => {
      server.process.send({ at });
      const [{ all, closing }] = await once(server.process, 'message');
      return { all: Math.round(all), closing: Math.round(closing) };
    };
    progress('announcing …');
    const { all: announce } = await runAt(start);
    // The first window begins two weeks later at the earliest.
    const first = epochTimes(epochAt(start) + 2);
    progress('opening …');
    const { all: open } = await runAt(first.answersFrom);
    progress('everybody answers …');
    await answerAll(place, first.number);
    const pid = server.process.pid ?? 0;
    await forgetPeak(pid);
    progress('closing …');
    const { result: turned, others } = await whileOthersAsk(client, () => runAt(first.closesAt));
    const memory = await memoryOf(pid);
    const [counts] = await runQuery<{ released: number; left: number }>(
      place.ownerUrl,
      `SELECT (SELECT count(*)::int FROM "Release" WHERE "measure" NOT LIKE 'load:%' AND "band" IS NOT NULL) AS released,
         (SELECT count(*)::int FROM "Answer" WHERE "epoch" = $1) AS left`,
      [first.number],
    );
    const { released = 0, left = 0 } = counts ?? {};
    const { closing: close, all: turn } = turned;
    return { people, cells, announce, open, close, turn, released, answersLeft: left, others, memory };
  } finally {
    await server.end();
    await place.remove();
  }
};

type Row = { organisationId: OrganisationId; personId: PersonId; statement: Statement };

/** Seals an answer of everybody to everything, as the door for answers would, but for all of them at once. */
const answerAll = async ({ ownerUrl }: Place, epoch: number): Promise<void> => {
  const [opened] = await runQuery<{ publicKey: Buffer }>(
    ownerUrl,
    'SELECT "publicKey" FROM "Epoch" WHERE "number" = $1',
    [epoch],
  );
  if (!opened) throw new Error('The epoch is not open.');
  const rows = await runQuery<Row>(
    ownerUrl,
    'SELECT "organisationId", "personId", "statement" FROM "Answer" WHERE "epoch" = $1',
    [epoch],
  );
  const size = 5000;
  for (let begin = 0; begin < rows.length; begin += size) {
    const some = rows.slice(begin, begin + size);
    const sealed = some.map((row, index) =>
      seal(opened.publicKey, { ...row, epoch }, { value: valueOf(begin + index), share: false }),
    );
    await runQuery(
      ownerUrl,
      `UPDATE "Answer" a SET "sealed" = r."sealed"
       FROM unnest($2::uuid[], $3::text[], $4::bytea[]) AS r("personId", "statement", "sealed")
       WHERE a."epoch" = $1 AND a."personId" = r."personId" AND a."statement" = r."statement"`,
      [epoch, some.map(({ personId }) => personId), some.map(({ statement }) => statement), sealed],
    );
  }
};

const values = [1, 2, 3, 4, 5] as const satisfies readonly AnswerValue[];
const valueOf = (index: number): AnswerValue => values[(index * 7) % 5] ?? 3;

export const describeClose = (result: CloseResult): string => {
  const { others, memory } = result;
  return (
    `${result.people} people in ${result.cells} groups: announced in ${result.announce} ms, opened in ${result.open} ms, ` +
    `closed in ${result.close} ms with ${result.released} results and ${result.answersLeft} answers left, ` +
    `with the opening of the next period in ${result.turn} ms; ` +
    `others waited ${others.p50} / ${others.p95} / ${others.most} ms (p50, p95, most); ${memory.now} MB, at most ${memory.most} MB.`
  );
};
