import { readImportAnswer } from '@roer/db/organisation-import';
import { DomainError } from '@roer/domain/errors';
import type { CommandId, PersonId } from '@roer/domain/ids';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import {
  importProgressInput,
  previewImportInput,
  startImportInput,
  uploadImportInput,
} from '@roer/domain/organisation/schema';
import type { Platform } from '../../platform/dependencies.ts';
import { refusalOf, traceable } from '../../platform/errors.ts';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import { tellRightsChanged } from '../../platform/rights-changed.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { openOrganisation } from './access.ts';
import { factsForImport, writeImport } from './import-commands.ts';
import type { WantedImport } from './import-commands.ts';
import { openImportJobs } from './import-jobs.ts';
import type { ImportJobs, ImportProgress } from './import-jobs.ts';
import { planImport } from './import-planning.ts';
import { readImportUpload } from './import-reading.ts';
import { openUploads } from './import-uploads.ts';
import type { Upload, Uploads } from './import-uploads.ts';
import { importPreviewView } from './import-views.ts';

const procedure = 'organisation.startImport';
const gate = (kind: ImportKind) => openOrganisation(`${kind}.import` as const);

/** Of every server what it remembers of imports: gone with it. */
const memories = new WeakMap<Platform, { uploads: Uploads; jobs: ImportJobs }>();
const memoryOf = (platform: Platform): { uploads: Uploads; jobs: ImportJobs } => {
  const known = memories.get(platform);
  if (known) return known;
  const memory = { uploads: openUploads(), jobs: openImportJobs(platform.afterwards.run) };
  memories.set(platform, memory);
  return memory;
};

/** The kinds have one right: who may import may import both. Throws `notFound`. */
const demandRight = (context: SignedInContext): Promise<unknown> => readOrganisation(context, gate('people'));

export const importProcedures = {
  // Mutations because a file does not fit in an address; they write nothing.
  uploadImport: signedInProcedure.input(uploadImportInput).mutation(async ({ ctx, input }) => {
    await readOrganisation(ctx, gate(input.kind));
    const { kind, sheet } = input;
    const { outline, table } = await readImportUpload({ bytes: Buffer.from(input.bytes, 'base64'), kind, sheet });
    if (!table) return { uploadId: null, ...outline };
    const id = ctx.platform.clock.newId();
    const { organisationId, personId } = ctx.actor;
    const upload = { id, organisationId, personId, kind, table, at: ctx.platform.clock.now(), preview: null };
    memoryOf(ctx.platform).uploads.keep(upload);
    return { uploadId: id, ...outline };
  }),
  previewImport: signedInProcedure.input(previewImportInput).mutation(async ({ ctx, input }) => {
    await demandRight(ctx);
    const upload = memoryOf(ctx.platform).uploads.find(ctx.actor, input.uploadId, ctx.now);
    const { kind, table } = upload;
    const { mapping, skipWrongRows } = input;
    const { facts, today } = await readOrganisation(ctx, async (transaction) => ({
      facts: await factsForImport(await gate(kind)(transaction), kind),
      today: transaction.today,
    }));
    const plan = await planImport({ kind, table, mapping, skipWrongRows, facts, today, ids: null });
    upload.preview = { digest: plan.digest, teams: plan.teams, writable: plan.writable };
    return importPreviewView(plan);
  }),
  startImport: signedInProcedure.input(startImportInput).mutation(async ({ ctx, input }) => {
    const { commandId } = input;
    await demandRight(ctx);
    const { uploads, jobs } = memoryOf(ctx.platform);
    const started = jobs.progress(ctx.actor, commandId) ?? (await answerOf(ctx, commandId));
    if (started) return { jobId: commandId };
    const upload = uploads.find(ctx.actor, input.uploadId, ctx.now);
    if (upload.preview?.digest !== input.digest) throw new DomainError('importChanged');
    if (!upload.preview.writable) throw new DomainError('fileRefused');
    jobs.start(ctx.actor, commandId, async (tell) => {
      const ended = await runImport(ctx, { upload, input, tell });
      tell(ended);
      if (ended.phase === 'done') uploads.drop(upload.id);
    });
    return { jobId: commandId };
  }),
  importProgress: signedInProcedure
    .input(importProgressInput)
    .query(async ({ ctx, input }): Promise<ImportProgress> => {
      await demandRight(ctx);
      const known = memoryOf(ctx.platform).jobs.progress(ctx.actor, input.jobId);
      if (known) return known;
      const counts = await answerOf(ctx, input.jobId);
      if (counts) return { phase: 'done', done: 0, total: 0, counts };
      return { phase: 'failed', done: 0, total: 0, failure: 'uploadGone' };
    }),
};

/** What the database knows of a job, also of one of before a restart. */
const answerOf = (ctx: SignedInContext, jobId: string) =>
  readOrganisation(ctx, ({ database }) =>
    readImportAnswer(database, {
      personId: ctx.actor.personId,
      // A job has the number of its command.
      commandId: jobId as CommandId,
      procedure,
    }),
  );

/** Runs an import to its end, in one transaction. Throws nothing: what goes wrong is its progress. */
const runImport = async (
  ctx: SignedInContext,
  job: {
    upload: Upload;
    input: WantedImport & { commandId: CommandId; digest: string };
    tell: (progress: ImportProgress) => void;
  },
): Promise<ImportProgress> => {
  const { upload, input, tell } = job;
  const seed = ctx.platform.clock.newToken();
  let people: PersonId[] = [];
  let total = 0;
  try {
    const counts = await organisationCommand(
      ctx,
      {
        procedure,
        input,
        committed: () => {
          for (const personId of people) tellRightsChanged(ctx, personId);
        },
      },
      {
        open: gate(upload.kind),
        teams: async () => upload.preview?.teams ?? [],
        work: (opened) =>
          writeImport(
            opened,
            { upload, wanted: input, seed },
            {
              progress: tell,
              plan: (plan) => {
                // Ids of the database, of people.
                people = plan.people as PersonId[];
                total = plan.rows.reduce((sum, { count }) => sum + count, 0);
              },
            },
          ),
      },
    );
    return { phase: 'done', done: total, total, counts };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) ctx.platform.logger.error({ procedure, error: traceable(error) });
    return { phase: 'failed', done: 0, total: 0, failure: refusal?.code ?? 'unexpected' };
  }
};
