import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Keys that wrap the keys of people, by their names. `current` wraps what is new; the others still open what they wrapped. */
export type KeyRing = { current: string; keys: ReadonlyMap<string, Buffer> };

const keyLength = 32;
const line = /^([\w-]{1,40})[ \t]+([A-Za-z0-9+/=_-]+)$/;

/**
 * Reads a key ring: a line a key, its name and 32 bytes in base64, the current one first; lines that begin with # are left out.
 * Throws an Error in plain words, which never repeats a key, when a line is something else, a name comes twice, or there is none.
 */
export const keyRingFrom = (text: string, where: string): KeyRing => {
  const keys = new Map<string, Buffer>();
  for (const [index, each] of text.split(/\r?\n|,/).entries()) {
    const trimmed = each.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const [, name = '', encoded = ''] = line.exec(trimmed) ?? [];
    const key = Buffer.from(encoded, 'base64');
    if (name === '' || key.length !== keyLength)
      throw new Error(`${where}, line ${index + 1}: it should be a name and a key of 32 bytes in base64`);
    if (keys.has(name)) throw new Error(`${where}: the name ${name} stands there twice`);
    keys.set(name, key);
  }
  const [current] = keys.keys();
  if (current === undefined) throw new Error(`${where} holds no key`);
  return { current, keys };
};

/**
 * Opens the key ring in a file; makes it with one key the first time (mode 0600). Of two processes that make it at once, both use
 * the file of the first. Throws as `keyRingFrom`.
 */
export const openKeyRingFile = async (path: string): Promise<KeyRing> => {
  const known = await textOf(path);
  if (known !== null) return keyRingFrom(known, path);
  await mkdir(dirname(path), { recursive: true, mode: 0o711 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const first = `1 ${randomBytes(keyLength).toString('base64')}`;
  await writeFile(draft, `# Keys that lock the keys of people's own texts. The first one is current.\n${first}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  const made = await textOf(path);
  if (made === null) throw new Error(`${path} vanished while it was being made.`);
  return keyRingFrom(made, path);
};

const textOf = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    if (error.code === 'EACCES') throw new Error(`${path} may not be read by the user who starts Roer.`);
    throw error;
  });
