import { createHash } from 'node:crypto';
import type { CatalogueFile } from '@roer/domain/organisation/catalogue-file';
import type { ReadFile } from './catalogue-commands.ts';
import { readingQueue } from './import-threads.ts';

/** Files up to this many bytes are read at once, in some 10 ms; starting a thread takes longer than that. */
const small = 128 * 1024;

/**
 * Reads a file beside the requests of others: 5 MB take 0.2 s and more, during which nobody else would be answered.
 * Not behind a database transaction, which would be held open as long. Throws nothing for any bytes.
 */
export const readUpload = async (base64: string): Promise<ReadFile> => {
  const bytes = Buffer.from(base64, 'base64');
  const fileDigest = createHash('sha256').update(bytes).digest('base64url');
  if (bytes.length > small)
    return { file: await readingQueue.run<CatalogueFile>('./catalogue-thread.ts', bytes), fileDigest };
  const { readCatalogueFile } = await import('@roer/domain/organisation/catalogue-file');
  return { file: readCatalogueFile(bytes), fileDigest };
};
