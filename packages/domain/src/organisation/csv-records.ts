import { parse } from 'csv-parse/sync';

export const csvDelimiters = [';', ',', '\t'] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** A record with something in it. `line` is where it begins; it may run over several lines. */
export type CsvRecord = { line: number; cells: string[] };

/** How text becomes cells: the same for the header alone and for the whole file. */
const cellOptions = (delimiter: CsvDelimiter) => ({
  delimiter,
  record_delimiter: '\n',
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
  // A quote that never closes would otherwise swallow the rest of the file into one cell.
  max_record_size: 200_000,
});

/** A header without case, accents, spaces and punctuation. */
export const bareHeader = (header: string): string =>
  header
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** Excel reads a first line `sep=;` as an instruction. Emptied, not removed: the lines keep their numbers. */
export const withoutInstruction = (text: string): string => text.replace(/^"?sep=.?"?[;,\t]*(?=\n|$)/i, '');

const sampleCharacters = 65_536;

const firstRecords = (sample: string, delimiter: CsvDelimiter, most: number): string[][] => {
  const found: string[][] = [];
  try {
    parse(sample, {
      ...cellOptions(delimiter),
      to: most,
      on_record: (cells: string[]) => {
        found.push(cells);
        return null;
      },
    });
  } catch {
    // With another delimiter the quotes may be right; what was read before a sample ends in a quote counts.
  }
  return found;
};

/**
 * The delimiter with which one of the first `records` records shows most known headers; with none, the one that makes most columns.
 */
export const findDelimiter = (
  text: string,
  { known, records }: { known: ReadonlySet<string>; records: number },
): CsvDelimiter => {
  const sample = text.slice(0, sampleCharacters);
  const scored = csvDelimiters.map((delimiter) => {
    const rows = firstRecords(sample, delimiter, records);
    const knownIn = (headers: string[]) => headers.filter((header) => known.has(bareHeader(header))).length;
    return {
      delimiter,
      known: Math.max(0, ...rows.map(knownIn)),
      columns: Math.max(0, ...rows.map((cells) => cells.length)),
    };
  });
  const best = scored.toSorted((one, other) => other.known - one.known || other.columns - one.columns)[0];
  return best?.delimiter ?? ';';
};

/**
 * The records of a text whose lines end with LF, at most `most` of them. Records of empty cells, which spreadsheets leave
 * at the end, are no records; they are counted to bound the work. Answers where the first unreadable one begins.
 */
export const readRecords = (
  text: string,
  delimiter: CsvDelimiter,
  most: number,
): { found: CsvRecord[]; cut: boolean } | { unreadableLine: number } => {
  const found: CsvRecord[] = [];
  let seen = 0;
  let lastLine = 0;
  const keep = (cells: string[], lines: number): null => {
    seen += 1;
    lastLine = lines;
    const inside = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    if (cells.some((cell) => cell.trim() !== '')) found.push({ line: lines - inside, cells });
    return null;
  };
  try {
    parse(text, {
      ...cellOptions(delimiter),
      to: most,
      // Kept here and not by the reader, which forgets what it read when a quote is wrong.
      on_record: (cells: string[], { lines }: { lines: number }) => keep(cells, lines),
    });
  } catch {
    const rest = text.split('\n').slice(lastLine);
    const next = rest.findIndex((line) => line.trim() !== '');
    return { unreadableLine: lastLine + 1 + Math.max(0, next) };
  }
  return { found, cut: seen >= most };
};
