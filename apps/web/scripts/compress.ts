import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Writes each built file of text once more as brotli (.br) and gzip (.gz), rule UI13: the server sends the smallest that a browser takes, and
 * compresses nothing while somebody waits. Answers of the server are never compressed: their length would tell of what is in them.
 */
const kinds = new Set(['.css', '.html', '.js', '.json', '.svg']);
/** Smaller than this a file fits in one packet as it is; bytes. */
const least = 1024;

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

const compress = async (path: string): Promise<void> => {
  const file = await readFile(path);
  if (file.length < least) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: file.length };
  await Promise.all([
    writeFile(`${path}.br`, await brotli(file, { params })),
    writeFile(`${path}.gz`, await gzipped(file, { level: constants.Z_BEST_COMPRESSION })),
  ]);
};

const entries = await readdir(dist, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && kinds.has(extname(entry.name)));
await Promise.all(files.map(({ parentPath, name }) => compress(join(parentPath, name))));
