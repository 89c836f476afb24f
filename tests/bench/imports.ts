import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportCounts, ImportKind } from '@roer/domain/organisation/import-fields';
import { createClock } from '../kit/clock.ts';
import { startChild } from './child.ts';
import { asCsv, asXlsx, peopleFile, teamCount, teamName, workFile } from './import-files.ts';
import { clientOf, memoryOf, timed, whileOthersAsk } from './meanwhile.ts';
import type { BenchClient, Memory, Others } from './meanwhile.ts';
import { buildPlace } from './town.ts';

type Run = {
  what: string;
  kilobytes: number;
  /** Milliseconds of uploading, of looking and of importing until its end. */
  upload: number;
  preview: number;
  import: number;
  counts: ImportCounts;
  /** How often the progress moved. */
  steps: number;
  /** Milliseconds that somebody else's request took meanwhile. */
  others: Others;
  /** Megabytes that the server holds after it, and the most that it ever held. */
  memory: Memory;
};
export type ImportsResult = { memoryBefore: number; runs: Run[] };

const people = 5000;
const responsibilities = 20_000;

/** How long the largest imports take, what others notice of it and what the server weighs. */
export const benchImports = async (progress: (line: string) => void): Promise<ImportsResult> => {
  const teams = Array.from(
    { length: teamCount },
    (_, index) => [`team${index}`, { name: teamName(index), domain: 'all' }] as const,
  );
  const place = await buildPlace({
    name: 'Gemeente Waterrijk',
    domains: { all: 'Alles' },
    teams: Object.fromEntries(teams),
    people: { anna: { name: 'Anna Smit', administers: true } },
  });
  const server = await startChild<{ url: string }>('./server.ts', { ownerUrl: place.ownerUrl, secret: place.secret });
  try {
    const { url } = server.answer;
    const { anna } = place.world.people;
    if (!anna) throw new Error('Anna lives here.');
    const cookie = await place.signIn(anna);
    const client = clientOf(url, cookie);
    await client.organisation.structure.query();
    const pid = server.process.pid ?? 0;
    const memoryBefore = (await memoryOf(pid)).now;
    const runs: Run[] = [];
    const bring = async (what: string, kind: ImportKind, bytes: Uint8Array): Promise<void> => {
      progress(`${what} …`);
      const measured = await whileOthersAsk(client, () => importFile(client, kind, bytes));
      const kilobytes = Math.round(bytes.length / 1024);
      runs.push({ what, kilobytes, ...measured.result, others: measured.others, memory: await memoryOf(pid) });
    };
    const work = workFile(responsibilities, people);
    await bring('5,000 people, CSV', 'people', asCsv(peopleFile(people)));
    await bring('the same people, XLSX', 'people', await asXlsx(peopleFile(people)));
    await bring('20,000 responsibilities, XLSX', 'responsibilities', await asXlsx(work));
    await bring('the same responsibilities, CSV', 'responsibilities', asCsv(work));
    return { memoryBefore, runs };
  } finally {
    await server.end();
    await place.remove();
  }
};

const importFile = async (client: BenchClient, kind: ImportKind, bytes: Uint8Array) => {
  const { organisation } = client;
  const file = { kind, fileName: 'a', bytes: Buffer.from(bytes).toString('base64') };
  const uploaded = await timed(() => organisation.uploadImport.mutate(file));
  const { uploadId, suggestion: mapping, problems } = uploaded.result;
  if (uploadId === null) throw new Error(`The file was refused: ${JSON.stringify(problems)}`);
  const wanted = { uploadId, mapping, skipWrongRows: false };
  const preview = await timed(() => organisation.previewImport.mutate(wanted));
  const { digest, writable } = preview.result;
  if (!writable) throw new Error(`Rows are wrong: ${JSON.stringify(preview.result.problems.slice(0, 3))}`);
  const imported = await timed(async () => {
    const { jobId } = await organisation.startImport.mutate({
      ...wanted,
      digest,
      commandId: createClock(Date.now()).newId(),
    });
    const seen = new Set<string>();
    for (;;) {
      const progress = await organisation.importProgress.query({ jobId });
      seen.add(`${progress.phase} ${progress.done}`);
      if (progress.phase === 'failed') throw new Error(`It failed: ${progress.failure}`);
      if (progress.phase === 'done' && progress.counts) return { counts: progress.counts, steps: seen.size };
      await sleep(100);
    }
  });
  return {
    upload: uploaded.milliseconds,
    preview: preview.milliseconds,
    import: imported.milliseconds,
    ...imported.result,
  };
};

export const describeImports = ({ memoryBefore, runs }: ImportsResult): string =>
  [
    `The server holds ${memoryBefore} MB before.`,
    ...runs.map(
      ({ what, kilobytes, others, memory, ...run }) =>
        `${what} (${kilobytes} kB): upload ${run.upload} ms, preview ${run.preview} ms, import ${run.import} ms in ${run.steps} steps; ` +
        `others waited ${others.p50} / ${others.p95} / ${others.most} ms (p50, p95, most); ${memory.now} MB, at most ${memory.most} MB.`,
    ),
  ].join('\n');
