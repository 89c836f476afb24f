import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ExportPart, ExportRow } from '@roer/db/organisation-export';
import { exportedTables } from '@roer/db/export-tables';
import { z } from 'zod';

// The format of an export: UTF-8, a JSON value on each line. First the header; then each table with its columns, followed by its rows, an
// array of texts each; last how many rows there are and the SHA-256 of every byte before that line. No moment stands in it: the same
// organisation gives the same bytes (docs/decisions/0027).

const format = 'roer-organisation';
/** Another number when a reader of this one would misunderstand it. */
const version = 1;

export type ExportHeader = { schema: string; organisation: string; name: string };

const headerLine = z.object({
  format: z.literal(format),
  version: z.number(),
  schema: z.string(),
  organisation: z.uuid(),
  name: z.string(),
});
const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
const rowLine = z.array(z.string().nullable());
const endLine = z.object({ rows: z.number(), sha256: z.string() });

/** What is wrong with a file, in words for the operator. */
export class ExportRefused extends Error {
  override name = 'ExportRefused';
}

export type ExportEnd = { rows: number; sha256: string };

/** The lines of an export, each with its end. `told` hears the last one. */
export async function* linesOf(
  header: ExportHeader,
  parts: AsyncIterable<ExportPart>,
  told: (end: ExportEnd) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (value: unknown): string => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line, 'utf8');
    return line;
  };
  yield hashed({ format, version, ...header });
  let table = '';
  let count = 0;
  for await (const { name, columns, rows } of parts) {
    if (name !== table) yield hashed({ table: name, columns });
    table = name;
    count += rows.length;
    if (rows.length > 0) yield rows.map(hashed).join('');
  }
  const end = { rows: count, sha256: hash.digest('hex') };
  told(end);
  yield `${JSON.stringify(end)}\n`;
}

/** Longer than any line that an export has: what is no export must not fill the memory. */
const longestLine = 64 * 1024 * 1024;

async function* bytesOfLines(path: string): AsyncGenerator<Buffer> {
  let left: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path)) {
    // Without an encoding a file gives bytes.
    const bytes = chunk as Buffer;
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      yield Buffer.concat([...left, bytes.subarray(from, at + 1)]);
      left = [];
      length = 0;
      from = at + 1;
    }
    left.push(bytes.subarray(from));
    length += bytes.length - from;
    if (length > longestLine) throw new ExportRefused('It is not an export of Roer');
  }
  if (length > 0) throw new ExportRefused('It was cut off, or never finished: its last line is not whole');
}

const parse = (line: Buffer): unknown => {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return null;
  }
};

const readHeader = (line: Buffer, schema: string): ExportHeader => {
  const read = headerLine.safeParse(parse(line));
  if (!read.success) throw new ExportRefused('It is not an export of Roer');
  if (read.data.version !== version)
    throw new ExportRefused(
      `It has version ${read.data.version} of the format, and this Roer reads version ${version}`,
    );
  if (read.data.schema > schema)
    throw new ExportRefused(`A newer Roer made it (${read.data.schema}). Restore it with that one`);
  if (read.data.schema < schema)
    throw new ExportRefused(
      `An older Roer made it (${read.data.schema}). Restore it with that one, and start this one on the same database: it brings it up to date`,
    );
  return read.data;
};

const changed = (line: number): ExportRefused =>
  new ExportRefused(`It was changed or damaged after it was made (line ${line})`);

const readTable = (value: unknown, line: number, place: number): Omit<ExportPart, 'rows'> => {
  const read = tableLine.safeParse(value);
  const expected = exportedTables[place];
  if (!read.success || read.data.table !== expected?.name || read.data.columns.join(' ') !== expected.columns.join(' '))
    throw changed(line);
  return expected;
};

/**
 * Reads an export that a Roer of this `schema` made, some hundred rows at a time, and checks all of it on the way: the format, that each table
 * is there in its place, that each row has its columns and is of this organisation, and at the end the number of rows and the checksum.
 * Throws `ExportRefused`, also at the very end: nothing of it may be kept before that.
 */
export async function* readExport(
  path: string,
  schema: string,
  told: { header?: (header: ExportHeader) => void; end?: (end: ExportEnd) => void } = {},
): AsyncGenerator<ExportPart> {
  const hash = createHash('sha256');
  let header: ExportHeader | null = null;
  let part: ExportPart | null = null;
  let rows: ExportRow[] = [];
  let [line, place, count] = [0, 0, 0];
  let isWhole = false;
  for await (const bytes of bytesOfLines(path)) {
    line += 1;
    if (isWhole) throw changed(line);
    if (!header) {
      header = readHeader(bytes, schema);
      told.header?.(header);
      hash.update(bytes);
      continue;
    }
    const value = parse(bytes);
    if (Array.isArray(value) && part) {
      rows.push(readRow(value, { part, line, organisation: header.organisation }));
      count += 1;
      if (rows.length === 500) {
        yield { ...part, rows };
        rows = [];
      }
    } else {
      if (part) yield { ...part, rows };
      rows = [];
      const end = endLine.safeParse(value);
      if (end.success) {
        if (place !== exportedTables.length || end.data.rows !== count || end.data.sha256 !== hash.digest('hex'))
          throw changed(line);
        isWhole = true;
        told.end?.(end.data);
        continue;
      }
      part = { ...readTable(value, line, place), rows };
      place += 1;
    }
    hash.update(bytes);
  }
  if (!isWhole)
    throw new ExportRefused(header ? 'It was cut off, or never finished: its last line is missing' : 'It is empty');
}

const readRow = (
  value: unknown,
  { part, line, organisation }: { part: ExportPart; line: number; organisation: string },
): ExportRow => {
  const read = rowLine.safeParse(value);
  if (!read.success || read.data.length !== part.columns.length) throw changed(line);
  const own = part.columns.indexOf(part.name === 'Organisation' ? 'id' : 'organisationId');
  if (own >= 0 && read.data[own] !== organisation) throw changed(line);
  return read.data;
};
