import { readImportCsv } from '@roer/domain/organisation/import-csv';
import { importFields } from '@roer/domain/organisation/import-fields';
import type { ImportField, ImportKind, ImportMapping, ImportProblem } from '@roer/domain/organisation/import-fields';
import { suggestMapping, tableUnderHeader } from '@roer/domain/organisation/import-header';
import { samplesOf } from '@roer/domain/organisation/import-rows';
import { ImportRefusal, problemOf } from '@roer/domain/organisation/import-table';
import type { ImportFormat, ImportRows, ImportTable } from '@roer/domain/organisation/import-table';
import { readImportXlsx } from './import-xlsx.ts';

/** What a person sees of a file before they say what its columns mean. */
export type ImportOutline = {
  format: ImportFormat | null;
  rows: number;
  columns: { index: number; header: string; samples: string[] }[];
  suggestion: ImportMapping;
  fields: readonly { field: ImportField; required: boolean }[];
  problems: ImportProblem[];
};

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** By what a file begins with, whatever it is called. Throws `ImportRefusal`. */
const readAny = (bytes: Buffer, { kind, sheet }: { kind: ImportKind; sheet: string | undefined }): ImportRows => {
  // An OLE file: a spreadsheet of before 2007, or a newer one behind a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const isProtected = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new ImportRefusal(isProtected ? 'protectedSpreadsheet' : 'oldSpreadsheet');
  }
  if (startsWith(bytes, 0x50, 0x4b)) return readImportXlsx(bytes, sheet);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x89, 0x50, 0x4e, 0x47))
    throw new ImportRefusal('notAFile');
  return readImportCsv(bytes, kind);
};

/** Reads an upload of either kind of file. Throws nothing for any bytes: `table` is null when it is refused as a whole. */
export const readImportFile = (
  bytes: Buffer,
  wanted: { kind: ImportKind; sheet: string | undefined },
): { table: ImportTable | null; outline: ImportOutline } => {
  const fields = importFields[wanted.kind];
  try {
    const table = tableUnderHeader(readAny(bytes, wanted), wanted.kind);
    const samples = samplesOf(table, 3);
    const columns = table.headers.map((header, index) => ({
      index,
      header: header.slice(0, 80),
      samples: samples[index] ?? [],
    }));
    const suggestion = suggestMapping(table.headers, wanted.kind);
    return {
      table,
      outline: { format: table.format, rows: table.rows.length, columns, suggestion, fields, problems: [] },
    };
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    return {
      table: null,
      outline: { format: null, rows: 0, columns: [], suggestion: {}, fields, problems: [problemOf(error)] },
    };
  }
};
