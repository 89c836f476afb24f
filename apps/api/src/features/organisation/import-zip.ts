import { inflateRawSync } from 'node:zlib';
import { ImportRefusal } from '@roer/domain/organisation/import-table';

/** Bytes of all parts that are read, together, after inflating. A sheet of 25,000 rows takes a third of it. */
const mostInflated = 96 * 1024 * 1024;
const mostEntries = 2000;

const signature = { entry: 0x04_03_4b_50, central: 0x02_01_4b_50, end: 0x06_05_4b_50 } as const;

type Entry = { method: number; encrypted: boolean; size: number; offset: number };

/** The parts of a ZIP file by name; `null` for one that is not there. */
export type ZipFile = { read: (name: string) => Buffer | null };

/**
 * Opens a ZIP file (APPNOTE 6.3, without ZIP64) by its directory. Whatever sizes it tells, no more than `mostInflated`
 * bytes come out of it. Throws `ImportRefusal`: `unreadable`, `tooLarge`, `protectedSpreadsheet`.
 */
export const openZip = (bytes: Buffer): ZipFile => {
  const entries = readDirectory(bytes);
  let left = mostInflated;
  return {
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.encrypted) throw new ImportRefusal('protectedSpreadsheet');
      const content = inflate(bytes, entry, left);
      left -= content.length;
      return content;
    },
  };
};

const readDirectory = (bytes: Buffer): Map<string, Entry> => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw new ImportRefusal('unreadable');
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new ImportRefusal('tooLarge');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signature.central) throw new ImportRefusal('unreadable');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), {
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      size: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
};

const inflate = (bytes: Buffer, { method, size, offset }: Entry, most: number): Buffer => {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== signature.entry)
    throw new ImportRefusal('unreadable');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === 0) {
    if (packed.length > most) throw new ImportRefusal('tooLarge');
    return packed;
  }
  if (method !== 8 || most <= 0) throw new ImportRefusal(method === 8 ? 'tooLarge' : 'unreadable');
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw new ImportRefusal(code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'unreadable');
  }
};
