import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalogueFile } from '@roer/domain/organisation/catalogue-file';
import type { CatalogueFile } from '@roer/domain/organisation/catalogue-file';

const gemmaPath = fileURLToPath(new URL('../../../shared/data/gemma-business-functions.csv', import.meta.url));

/** The real catalogue. It is not ours, so it lies beside the project; without it the import is not proven. */
export const gemmaBytes = (): Uint8Array => {
  if (!existsSync(gemmaPath)) {
    throw new Error(
      'The GEMMA catalogue is missing: put gemma-business-functions.csv in ../shared/data beside the repository.',
    );
  }
  return new Uint8Array(readFileSync(gemmaPath));
};

export type TableStyle = {
  delimiter: ';' | ',' | '\t';
  encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  lineEnd: '\n' | '\r\n' | '\r';
  quotes: 'always' | 'needed';
};

export const plainStyle: TableStyle = { delimiter: ';', encoding: 'utf-8', lineEnd: '\n', quotes: 'needed' };

const westernByte = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(new Uint8Array([byte])), byte]),
);

const encode = (text: string, encoding: TableStyle['encoding']): Uint8Array => {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (character) => westernByte.get(character) ?? 0x3f);
  const littleEndian = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(encoding === 'utf-16le' ? littleEndian : littleEndian.swap16());
};

/** Writes a table as an office program would; line breaks in cells get the line end of the file. */
export const writeTable = (table: readonly (readonly string[])[], style: Partial<TableStyle> = {}): Uint8Array => {
  const { delimiter, encoding, lineEnd, quotes } = { ...plainStyle, ...style };
  const cell = (text: string): string =>
    quotes === 'always' || /[";,\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = table.map((row) => row.map(cell).join(delimiter));
  return encode(`${lines.join('\n')}\n`.replaceAll('\n', lineEnd), encoding);
};

export const headers = ['id', 'bovenliggend_id', 'naam', 'type', 'omschrijving'];

/** The real catalogue as cells, with its header. */
export const gemmaTable = (): string[][] => [
  headers,
  ...readCatalogueFile(gemmaBytes()).rows.map((row) => [
    row.externalId,
    row.parentExternalId ?? '',
    row.name,
    row.kind,
    row.description,
  ]),
];

export const readText = (content: string): CatalogueFile => readCatalogueFile(new TextEncoder().encode(content));

/** A file with the usual header; each row is [id, parent, name]. */
export const fileOf = (...rows: readonly [id: string, parent: string, name: string][]): Uint8Array =>
  writeTable([headers, ...rows.map((row) => [...row, 'Bedrijfsfunctie', ''])]);

/** Reproducible bytes that look like nothing (xorshift32). */
export const noise = (length: number, seed = 2463534242): Uint8Array => {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
};
