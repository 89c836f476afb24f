import { catalogueFields, catalogueLimits, shown } from './catalogue-problem.ts';
import type { CatalogueField, CatalogueProblem, CatalogueProblemCode } from './catalogue-problem.ts';
import { findCatalogueDelimiter, readHeader } from './catalogue-header.ts';
import type { CatalogueColumns } from './catalogue-header.ts';
import { decodeCatalogue } from './catalogue-text.ts';
import type { CatalogueEncoding, CatalogueLineEnding } from './catalogue-text.ts';
import { readRecords, withoutInstruction } from './csv-records.ts';
import type { CsvDelimiter, CsvRecord } from './csv-records.ts';

/** A row as read, right or wrong. `line` is where it begins; a row may run over several lines. */
export type CatalogueRow = {
  line: number;
  externalId: string;
  /** Null for a root. */
  parentExternalId: string | null;
  name: string;
  kind: string;
  description: string;
};

/** How the file was read, with the header (as in the file) that was taken for each field. */
export type CatalogueDialect = {
  encoding: CatalogueEncoding;
  lineEnding: CatalogueLineEnding;
  delimiter: CsvDelimiter;
  columns: Record<CatalogueField, string>;
};

/**
 * `problems` are those that can be seen without looking at other rows or at the catalogue; `planCatalogueImport` finds
 * the others. With a problem of the file as a whole there are no rows and no other problems (rule C5).
 */
export type CatalogueFile = { rows: CatalogueRow[]; problems: CatalogueProblem[]; dialect: CatalogueDialect | null };

const refused = (...problems: CatalogueProblem[]): CatalogueFile => ({ rows: [], problems, dialect: null });

/**
 * Reads a catalogue of functions from CSV as offices have it (docs/rules/catalogue.md, C1–C8). Never throws; memory
 * and time are bounded by `catalogueLimits`. For the server: the CSV reader wants Node's Buffer.
 */
export const readCatalogueFile = (bytes: Uint8Array): CatalogueFile => {
  if (bytes.length > catalogueLimits.bytes) return refused({ line: null, column: null, code: 'tooLarge' });
  const decoded = decodeCatalogue(bytes);
  if ('noiseOnLine' in decoded) return refused({ line: decoded.noiseOnLine, column: null, code: 'unreadable' });
  const text = withoutInstruction(decoded.text);
  const delimiter = findCatalogueDelimiter(text);

  const unreadable = (line: number): CatalogueFile => refused({ line, column: null, code: 'unreadable' });
  const top = readRecords(text, delimiter, 1);
  if ('unreadableLine' in top) return unreadable(top.unreadableLine);
  const [header] = top.found;
  if (!header) return refused({ line: null, column: null, code: 'noRows' });
  const { columns, problems } = readHeader(header.cells, header.line);
  if (!columns) return refused(...problems);

  const records = readRecords(text, delimiter, mostRecords);
  if ('unreadableLine' in records) return unreadable(records.unreadableLine);
  const body = records.found.slice(1);
  if (body.length === 0) return refused({ line: null, column: null, code: 'noRows' });
  if (body.length > catalogueLimits.rows || records.cut) {
    return refused({ line: body[catalogueLimits.rows]?.line ?? null, column: null, code: 'tooManyRows' });
  }

  const read = body.map((record) => readRow(record, columns, header.cells.length));
  return {
    rows: read.map(({ row }) => row),
    problems: read.flatMap((each) => each.problems),
    dialect: {
      encoding: decoded.encoding,
      lineEnding: decoded.lineEnding,
      delimiter,
      columns: {
        id: columns.id.header,
        parent: columns.parent.header,
        name: columns.name.header,
        kind: columns.kind.header,
        description: columns.description.header,
      },
    },
  };
};

/** Rows of empty cells are counted to bound the work. */
const mostRecords = 2 * catalogueLimits.rows;

const readRow = (
  { line, cells }: CsvRecord,
  columns: CatalogueColumns,
  expected: number,
): { row: CatalogueRow; problems: CatalogueProblem[] } => {
  const cell = (field: CatalogueField): string => (cells[columns[field].index] ?? '').trim();
  // Not by one expression: on a long run of spaces that would take steps by the square of its length.
  const onOneLine = (field: CatalogueField): string =>
    cell(field)
      .split('\n')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' ');
  const row = {
    line,
    externalId: onOneLine('id'),
    parentExternalId: onOneLine('parent') || null,
    name: onOneLine('name'),
    kind: onOneLine('kind'),
    description: cell('description'),
  };
  const problem = (field: CatalogueField, code: CatalogueProblemCode, value?: string): CatalogueProblem => ({
    line,
    column: columns[field].header,
    code,
    ...(value === undefined ? {} : { value: shown(value) }),
  });

  // In a row with a cell too few or too many, the cells may stand in the wrong columns: say only that.
  const tooMany = cells.slice(expected).some((extra) => extra.trim() !== '');
  if (cells.length < expected || tooMany) {
    return { row, problems: [{ line, column: null, code: 'wrongFieldCount', value: `${cells.length}/${expected}` }] };
  }
  const problems: CatalogueProblem[] = [];
  if (row.externalId === '') problems.push(problem('id', 'emptyId'));
  if (row.name === '') problems.push(problem('name', 'emptyName'));
  for (const field of catalogueFields) {
    const most = field === 'description' ? catalogueLimits.description : catalogueLimits.shortText;
    if (cell(field).length > most) problems.push(problem(field, 'tooLong', cell(field)));
  }
  return { row, problems };
};
