import { useState } from 'react';
import type { CommandId } from '@roer/domain/ids';
import type { ImportKind, ImportMapping } from '@roer/domain/organisation/import-fields';
import { api } from '../../live/api.ts';
import type { Failure } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { useAsk } from '../../live/use-ask.ts';
import { readUpload } from './catalogue-upload.ts';
import type { Upload } from './catalogue-upload.ts';
import { followImport, followedImport } from './followed-import.ts';

export type Uploaded = Awaited<ReturnType<typeof api.organisation.uploadImport.mutate>>;
export type ImportPreview = Awaited<ReturnType<typeof api.organisation.previewImport.mutate>>;

/** Bytes of a file; the server says so again. */
const mostBytes = 10 * 1024 * 1024;

type Tried = { mapping: ImportMapping; skipWrongRows: boolean; preview: ImportPreview };
type Chosen = { fileName: string; upload: Upload; uploaded: Uploaded; uploadId: string | null };
type Refused = { reason: 'tooLarge' | 'unreadable'; fileName: string };

export type BulkImport = {
  fileName: string | undefined;
  uploaded: Uploaded | undefined;
  mapping: ImportMapping;
  skipWrongRows: boolean;
  preview: ImportPreview | undefined;
  jobId: CommandId | undefined;
  busy: boolean;
  failure: Failure | undefined;
  /** Why a file could not even be sent. */
  refused: Refused | undefined;
  choose: (file: File) => Promise<void>;
  chooseSheet: (sheet: string) => Promise<void>;
  fill: (mapping: ImportMapping) => void;
  lookAgain: (change?: { skipWrongRows: boolean }) => Promise<void>;
  start: () => Promise<void>;
  /** The import is done with, or another one is wanted. */
  finish: () => void;
};

/** An import step by step: send a file, say which column is what, see what would happen, then let it happen. */
export const useBulkImport = (kind: ImportKind): BulkImport => {
  const [chosen, setChosen] = useState<Chosen>();
  const [mapping, setMapping] = useState<ImportMapping>({});
  const [skipWrongRows, setSkip] = useState(false);
  const [tried, setTried] = useState<Tried>();
  const [refused, setRefused] = useState<Refused>();
  const [jobId, setJobId] = useState<CommandId | undefined>(() => {
    const followed = followedImport();
    return followed?.kind === kind ? followed.jobId : undefined;
  });
  const asking = useAsk();

  const send = async (upload: Upload, fileName: string, sheet?: string): Promise<void> => {
    setTried(undefined);
    const asked = await asking.ask(
      () => api.organisation.uploadImport.mutate({ ...upload, kind, ...(sheet === undefined ? {} : { sheet }) }),
      { again: true },
    );
    if (!asked.ok) return;
    const uploaded = asked.answer;
    setChosen({ fileName, upload, uploaded, uploadId: uploaded.uploadId });
    setMapping(uploaded.suggestion);
    setSkip(false);
  };

  /** Asks with the upload, and sends the file once more when the server let go of it. */
  const withUpload = async <Answer>(work: (uploadId: string, upload: { isSentAgain: boolean }) => Promise<Answer>) => {
    const uploadId = chosen?.uploadId;
    if (!chosen || !uploadId) return undefined;
    const asked = await asking.ask(() => work(uploadId, { isSentAgain: false }), { again: true });
    if (asked.ok || asked.failure.code !== 'uploadGone') return asked;
    const sent = await asking.ask(() => api.organisation.uploadImport.mutate({ ...chosen.upload, kind }), {
      again: true,
    });
    if (!sent.ok) return sent;
    const again = sent.answer.uploadId;
    if (again === null) return asked;
    setChosen({ ...chosen, uploadId: again });
    return asking.ask(() => work(again, { isSentAgain: true }), { again: true });
  };

  return {
    fileName: chosen?.fileName,
    uploaded: chosen?.uploaded,
    mapping,
    skipWrongRows,
    preview: tried?.preview,
    jobId,
    busy: asking.busy,
    failure: asking.failure,
    refused,
    choose: async (file) => {
      setRefused(undefined);
      if (file.size > mostBytes) {
        setRefused({ reason: 'tooLarge', fileName: file.name });
        return;
      }
      try {
        await send(await readUpload(file), file.name);
      } catch {
        setRefused({ reason: 'unreadable', fileName: file.name });
      }
    },
    chooseSheet: async (sheet) => {
      if (chosen) await send(chosen.upload, chosen.fileName, sheet);
    },
    fill: (next) => {
      setMapping(next);
      // What was tried with other columns is not what would be written.
      setTried(undefined);
    },
    lookAgain: async (change) => {
      const skip = change?.skipWrongRows ?? skipWrongRows;
      setSkip(skip);
      const asked = await withUpload((uploadId) =>
        api.organisation.previewImport.mutate({ uploadId, mapping, skipWrongRows: skip }),
      );
      if (asked?.ok) setTried({ mapping, skipWrongRows: skip, preview: asked.answer });
    },
    start: async () => {
      if (!tried) return;
      const { digest } = tried.preview;
      const commandId = newId<'command'>();
      const { mapping: columns, skipWrongRows: skips } = tried;
      const asked = await withUpload(async (uploadId, { isSentAgain }) => {
        const input = { uploadId, mapping: columns, skipWrongRows: skips };
        // What is written is what a try of this very upload showed; the same file gives the same.
        if (isSentAgain) await api.organisation.previewImport.mutate(input);
        return api.organisation.startImport.mutate({ ...input, commandId, digest });
      });
      if (!asked?.ok) return;
      followImport({ kind, jobId: commandId });
      setJobId(commandId);
    },
    finish: () => {
      followImport(undefined);
      setJobId(undefined);
      setChosen(undefined);
      setTried(undefined);
    },
  };
};
