import { decodeCatalogue } from './catalogue-text.ts';
import { findDelimiter, readRecords, withoutInstruction } from './csv-records.ts';
import { importLimits } from './import-fields.ts';
import { headerRows, knownImportHeaders } from './import-header.ts';
import type { ImportKind } from './import-fields.ts';
import { ImportRefusal } from './import-table.ts';
import type { ImportRows } from './import-table.ts';

/**
 * Reads CSV as offices have it (rules IM1, IM2). Bounded by `importLimits`; for the server: the CSV reader wants Node's
 * Buffer. Throws `ImportRefusal`.
 */
export const readImportCsv = (bytes: Uint8Array, kind: ImportKind): ImportRows => {
  const decoded = decodeCatalogue(bytes);
  if ('noiseOnLine' in decoded) throw new ImportRefusal('unreadable', decoded.noiseOnLine);
  const text = withoutInstruction(decoded.text);
  const delimiter = findDelimiter(text, { known: knownImportHeaders(kind), records: headerRows });
  // Rows of empty cells are counted to bound the work.
  const records = readRecords(text, delimiter, 2 * importLimits.rows);
  if ('unreadableLine' in records) throw new ImportRefusal('unreadable', records.unreadableLine);
  if (records.cut) throw new ImportRefusal('tooManyRows');
  const { encoding, lineEnding } = decoded;
  return {
    format: { file: 'csv', encoding, delimiter, lineEnding },
    rows: records.found.map(({ line, cells }) => {
      const trimmed = cells.map((cell) => cell.trim());
      return { line, cells: trimmed, formulas: formulasIn(trimmed) };
    }),
  };
};

/** Only a cell that begins with `=` is counted by every spreadsheet; a telephone number begins with `+` (rule IM6). */
const formulasIn = (cells: readonly string[]): number[] =>
  cells.flatMap((cell, index) => (cell.startsWith('=') ? [index] : []));
