import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { readCatalogueFile } from '@roer/domain/organisation/catalogue-file';
import type { CatalogueFile } from '@roer/domain/organisation/catalogue-file';
import { catalogueLimits } from '@roer/domain/organisation/catalogue-problem';
import { gemmaTable, headers, noise, readText as read, writeTable } from './catalogue-samples.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const codes = (file: CatalogueFile) => file.problems.map(({ code, line }) => [code, line]);

describe('reading a catalogue', () => {
  it.each(headers.map((header, index) => [header, ['id', 'parent', 'name', 'kind', 'description'][index]]))(
    'C3 names the missing column %s',
    (header, field) => {
      const index = headers.indexOf(header ?? '');
      const file = readCatalogueFile(writeTable(gemmaTable().map((row) => row.toSpliced(index, 1))));
      expect(file.rows).toEqual([]);
      expect(file.problems).toEqual([{ line: 1, column: null, code: 'missingColumn', value: field }]);
    },
  );

  it('C4 refuses a known header that is there twice', () => {
    const file = read('id;parent;naam;Naam;type;omschrijving\n1;;a;b;;');
    expect(file).toMatchObject({
      rows: [],
      problems: [{ line: 1, column: 'naam', code: 'doubledColumn', value: 'name' }],
    });
  });

  it('C5 refuses a file that is too large before reading it, also when it is noise', () => {
    const file = readCatalogueFile(noise(10 * 1024 * 1024));
    expect(file).toEqual({ rows: [], problems: [{ line: null, column: null, code: 'tooLarge' }], dialect: null });
  });

  it('C5 refuses too many rows, and a file without rows', () => {
    const row = '1;;a;;\n';
    const header = `${headers.join(';')}\n`;
    expect(codes(read(header + row.repeat(catalogueLimits.rows)))).toEqual([]);
    expect(codes(read(header + row.repeat(catalogueLimits.rows + 1)))).toEqual([['tooManyRows', 20_002]]);
    for (const empty of ['', '\uFEFF', '\n\n \n', header, `${header};;;;\n`])
      expect(codes(read(empty))).toEqual([['noRows', null]]);
  });

  it('C6 names the line of a row with too few or too many cells', () => {
    const file = read(`${headers.join(';')}\n1;;"a\nb";;\n\n2;;c;\n;;;;;;\n3;;d;;;;\n4;;e;;;x\n`);
    expect(file.problems).toEqual([
      { line: 5, column: null, code: 'wrongFieldCount', value: '4/5' },
      { line: 8, column: null, code: 'wrongFieldCount', value: '6/5' },
    ]);
    expect(file.rows.map(({ line }) => line)).toEqual([2, 5, 7, 8]);
  });

  it('C7 keeps ids as text and drops white space around cells', () => {
    const file = read(`${headers.join(';')}\n 007 ; ;"  Een\nnaam ";" x";"\n a\n b \n"`);
    expect(file.rows).toEqual([
      { line: 2, externalId: '007', parentExternalId: null, name: 'Een naam', kind: 'x', description: 'a\n b' },
    ]);
  });

  it('C7 C8 reads quotes with spaces around them', () => {
    const file = read(`${headers.join(' ; ')}\n "1" ; "" ; "Afval; en meer" ;"" ; "" \n`);
    expect(file.rows.map(({ externalId, name }) => [externalId, name])).toEqual([['1', 'Afval; en meer']]);
  });

  it('C7 wants an id and a name, and bounds every field', () => {
    const long = 'x'.repeat(201);
    const file = read(
      `Nr;Parent;Titel;Type;Uitleg;Omschrijving\n;;a;;;\n2;;;;;\n${long};${long};${long};${long};;${'x'.repeat(10_001)}`,
    );
    const value = `${'x'.repeat(79)}…`;
    expect(file.problems).toEqual([
      { line: 2, column: 'Nr', code: 'emptyId', value: undefined },
      { line: 3, column: 'Titel', code: 'emptyName', value: undefined },
      ...['Nr', 'Parent', 'Titel', 'Type', 'Omschrijving'].map((column) => ({
        line: 4,
        column,
        code: 'tooLong',
        value,
      })),
    ]);
    expect(codes(read(`${headers.join(';')}\n1;;${'x'.repeat(200)};;${'x'.repeat(10_000)}`))).toEqual([]);
  });

  it('C8 says where the first unreadable row begins', () => {
    const header = headers.join(';');
    expect(codes(read(`${header}\n1;;a;;\n\n2;;"b;;\n3;;c;;\n`))).toEqual([['unreadable', 4]]);
    expect(codes(read(`${header}\n1;;a;;\n2;;"b;;\n3;;"c";;\n`))).toEqual([['unreadable', 3]]);
    expect(codes(read(`${header}\n1;;"de" wet;;\n`))).toEqual([['unreadable', 2]]);
    expect(codes(read(`${header}\n1;;a;;\n2;;b\0;;\n`))).toEqual([['unreadable', 3]]);
    expect(codes(read(`${header}\n1;;"${'x'.repeat(1_000_000)}`))).toEqual([['unreadable', 2]]);
    expect(codes(readCatalogueFile(text('\uFEFFid').slice(0, -1).with(0, 0x81)))).toEqual([['unreadable', 1]]);
  });

  it('C8 answers noise of any size with one reason', () => {
    for (const size of [64, 5_000, 1_000_000, catalogueLimits.bytes]) {
      expect(codes(readCatalogueFile(noise(size)))).toEqual([['unreadable', expect.any(Number)]]);
    }
  });

  it.each([
    ['delimiters', ';'],
    ['quotes', '"'],
    ['line ends', '\n'],
    ['empty rows', ';;;;\n'],
    ['blank lines', ' \n'],
    ['one-cell rows', 'x\n'],
    ['letters', 'x'],
  ])('C8 is bounded for five megabytes of %s below a right header', (_, piece) => {
    const header = `${headers.join(';')}\n`;
    const repeated = piece.repeat(Math.floor((catalogueLimits.bytes - header.length) / piece.length));
    expect(read(header + repeated).rows).toEqual([]);
    expect(read(repeated).problems.length).toBeGreaterThan(0);
  });

  it('C8 never throws, whatever the bytes', () => {
    const crumbs = fc.constantFrom(
      '"',
      ';',
      ',',
      '\t',
      '\n',
      '\r',
      '\r\n',
      'id',
      'naam',
      ' ',
      'é',
      '\0',
      'sep=;',
      'x'.repeat(300),
    );
    const nearTable = fc
      .array(crumbs, { maxLength: 60 })
      .map((parts) => text(`${headers.join(';')}\n${parts.join('')}`));
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(crumbs).map((parts) => text(parts.join(''))),
      nearTable,
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        const file = readCatalogueFile(bytes);
        // Rows come with the way they were read, and without rows there is a reason.
        expect(file.rows.length > 0).toBe(file.dialect !== null);
        if (file.rows.length === 0) expect(file.problems.length).toBeGreaterThan(0);
        const lines = file.rows.map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].toSorted((one, other) => one - other));
      }),
      { numRuns: 500 },
    );
  });
});
