import { importFields } from '@roer/domain/organisation/import-fields';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import type { ImportOutline } from './import-file.ts';
import { readingQueue } from './import-threads.ts';

export type ReadRequest = { bytes: Uint8Array; kind: ImportKind; sheet: string | undefined };
/** `table` is the JSON of an `ImportTable`, in memory that threads share; null when the file is refused as a whole. */
export type ReadAnswer = { outline: ImportOutline; table: Uint8Array | null };

/** Reads a file in a thread, whatever it holds. Throws nothing for any bytes: what takes too much is `tooLarge`. */
export const readImportUpload = async (request: ReadRequest): Promise<ReadAnswer> => {
  try {
    return await readingQueue.run<ReadAnswer>('./import-reading-thread.ts', request);
  } catch {
    const problem = { line: null, column: null, field: null, reason: 'tooLarge' } as const;
    const fields = importFields[request.kind];
    return {
      outline: { format: null, rows: 0, columns: [], suggestion: {}, fields, problems: [problem] },
      table: null,
    };
  }
};
