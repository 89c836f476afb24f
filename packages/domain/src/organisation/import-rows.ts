import { shown } from './catalogue-problem.ts';
import { importFields, importLimits } from './import-fields.ts';
import type { ImportField, ImportKind, ImportMapping, ImportProblem, ImportReason } from './import-fields.ts';
import type { ImportRow, ImportTable } from './import-table.ts';

/** A file with what each column means. */
export type MappedTable = { table: ImportTable; kind: ImportKind; mapping: ImportMapping };

/** One row while it is looked at: what its cells say, and what is wrong with it so far. */
export type RowReading = {
  line: number;
  /** What the file says of a field, empty when it says nothing. */
  text: (field: ImportField) => string;
  /** `read` of what the file says; null when it says nothing or something wrong, which is then told. */
  value: <Value>(field: ImportField, read: (text: string) => Value | null, reason: ImportReason) => Value | null;
  wrong: (field: ImportField | null, reason: ImportReason, about?: { value?: string; otherLine?: number }) => void;
  problems: ImportProblem[];
};

const columnOf = ({ mapping }: MappedTable, field: ImportField): number | null => mapping[field] ?? null;

/** What is wrong with the mapping itself: a field that must be there is not, or two fields read one column (rule IM5). */
export const mappingProblems = (mapped: MappedTable): ImportProblem[] => {
  const { kind, table } = mapped;
  const problem = (field: ImportField, reason: 'missingColumn' | 'doubledColumn', column: number | null) => ({
    line: null,
    column: column === null ? null : (table.headers[column] ?? null),
    field,
    reason,
  });
  const fields = importFields[kind].map((known) => ({ ...known, column: columnOf(mapped, known.field) }));
  const missing = fields.filter(
    ({ required, column }) => (required && column === null) || (column !== null && column >= table.headers.length),
  );
  const doubled = fields.filter(
    ({ column }, index) => column !== null && fields.slice(0, index).some((earlier) => earlier.column === column),
  );
  return [
    ...missing.map(({ field }) => problem(field, 'missingColumn', null)),
    ...doubled.map(({ field, column }) => problem(field, 'doubledColumn', column)),
  ];
};

const longest: Partial<Record<ImportField, number>> = {
  name: 120,
  title: 120,
  area: 80,
  purpose: 2000,
  holders: 1000,
  substitutes: 1000,
};

/** A row with the problems that need nothing but the row: rules IM6 and IM7. */
export const readRow = (mapped: MappedTable, row: ImportRow): RowReading => {
  const { kind, table } = mapped;
  const problems: ImportProblem[] = [];
  const wrong: RowReading['wrong'] = (field, reason, about = {}) => {
    const column = field === null ? null : columnOf(mapped, field);
    const { value, otherLine } = about;
    problems.push({
      line: row.line,
      column: column === null ? null : (table.headers[column] ?? null),
      field,
      reason,
      ...(value === undefined ? {} : { value: shown(value) }),
      ...(otherLine === undefined ? {} : { otherLine }),
    });
  };
  const text: RowReading['text'] = (field) => {
    const column = columnOf(mapped, field);
    return column === null ? '' : (row.cells[column] ?? '');
  };
  const expected = table.headers.length;
  const tooMany = row.cells.slice(expected).some((cell) => cell !== '');
  // With a cell too few or too many the others may stand in the wrong columns: only that is said.
  if (tooMany || (table.format.file === 'csv' && row.cells.length < expected)) {
    wrong(null, 'wrongFieldCount', { value: `${row.cells.length}/${expected}` });
  } else {
    for (const { field, required } of importFields[kind]) {
      const column = columnOf(mapped, field);
      if (column === null) continue;
      const cell = text(field);
      if (row.formulas.includes(column)) wrong(field, 'formula', { value: cell });
      else if (required && cell === '') wrong(field, 'empty');
      else if (cell.length > (longest[field] ?? 254)) wrong(field, 'tooLong', { value: cell });
    }
  }
  const value: RowReading['value'] = (field, read, reason) => {
    const cell = text(field);
    if (cell === '') return null;
    const found = read(cell);
    if (found === null) wrong(field, reason, { value: cell });
    return found;
  };
  return { line: row.line, text, value, wrong, problems };
};

/** The first `most` cells of every column that say something, short enough to show. */
export const samplesOf = ({ headers, rows }: ImportTable, most: number): string[][] =>
  headers.map((_, index) => {
    const found = new Set<string>();
    for (const { cells } of rows) {
      const cell = cells[index] ?? '';
      if (cell !== '') found.add(shown(cell).slice(0, importLimits.cell));
      if (found.size >= most) break;
    }
    return [...found];
  });
