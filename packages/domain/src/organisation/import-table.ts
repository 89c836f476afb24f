import type { CatalogueEncoding, CatalogueLineEnding } from './catalogue-text.ts';
import type { CsvDelimiter } from './csv-records.ts';
import type { ImportFileReason, ImportProblem } from './import-fields.ts';

/** How a file was read. */
export type ImportFormat =
  | { file: 'csv'; encoding: CatalogueEncoding; delimiter: CsvDelimiter; lineEnding: CatalogueLineEnding }
  | { file: 'xlsx'; sheet: string; sheets: string[] };

/**
 * One row as it was found, whatever the file was: numbers as `7.5`, dates as `2026-11-23`, truth as `true`, percentages as
 * `60%`, without white space around it. `formulas` are the indexes of cells that a spreadsheet counts.
 */
export type ImportRow = { line: number; cells: string[]; formulas: number[] };

/** All rows with something in them, the header among them. */
export type ImportRows = { format: ImportFormat; rows: ImportRow[] };

/** The rows under a header; `headers` has one for each column, its letter where the cell is empty. */
export type ImportTable = { format: ImportFormat; headers: string[]; rows: ImportRow[] };

/** A file that cannot be read at all, for the reason that a person is told. */
export class ImportRefusal extends Error {
  readonly reason: ImportFileReason;
  readonly line: number | null;

  constructor(reason: ImportFileReason, line: number | null = null) {
    super(reason);
    this.name = 'ImportRefusal';
    this.reason = reason;
    this.line = line;
  }
}

export const problemOf = ({ reason, line }: ImportRefusal): ImportProblem => ({
  line,
  column: null,
  field: null,
  reason,
});

/** A column as a spreadsheet calls it: A, B, …, Z, AA. `index` counts from 0. */
export const columnLetter = (index: number): string => {
  const before = Math.floor(index / 26);
  return `${before > 0 ? columnLetter(before - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
};
