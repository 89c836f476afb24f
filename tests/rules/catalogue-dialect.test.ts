import { describe, expect, it } from 'vitest';
import { readCatalogueFile } from '@roer/domain/organisation/catalogue-file';
import { fileOf, gemmaBytes, gemmaTable, headers, readText, writeTable } from './catalogue-samples.ts';
import type { TableStyle } from './catalogue-samples.ts';

const gemma = readCatalogueFile(gemmaBytes());

const delimiters: TableStyle['delimiter'][] = [';', ',', '\t'];
const encodings: TableStyle['encoding'][] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'];
const lineEnds: TableStyle['lineEnd'][] = ['\n', '\r\n', '\r'];
const styles = delimiters.flatMap((delimiter) =>
  encodings.flatMap((encoding) =>
    lineEnds.flatMap((lineEnd) =>
      (['always', 'needed'] as const).map((quotes) => ({ delimiter, encoding, lineEnd, quotes })),
    ),
  ),
);

describe('the dialect of a catalogue', () => {
  it('C1 reads all rows of the GEMMA catalogue without a problem', () => {
    expect(gemma.problems).toEqual([]);
    expect(gemma.rows).toHaveLength(304);
    expect(gemma.rows.filter((row) => row.parentExternalId === null)).toHaveLength(15);
    expect(gemma.dialect).toMatchObject({ encoding: 'utf-8', lineEnding: 'crlf', delimiter: ';' });
  });

  it.each(styles)('C1 gives the same rows for %j', (style) => {
    const file = readCatalogueFile(writeTable(gemmaTable(), style));
    expect(file.problems).toEqual([]);
    expect(file.rows).toEqual(gemma.rows);
    expect(file.dialect).toMatchObject({
      encoding: style.encoding,
      delimiter: style.delimiter,
      lineEnding: { '\n': 'lf', '\r\n': 'crlf', '\r': 'cr' }[style.lineEnd],
    });
  });

  it.each(styles)('C1 C6 keeps quotes, delimiters and line breaks in cells for %j', (style) => {
    const rows = [
      ['1', '', 'Één "wet"', 'Bedrijfsfunctie', 'Eerste; regel,\n\ttweede “regel”\n\nslot'],
      ['', '', '', '', ''],
      ['2', '1', 'Café’s', '', ''],
    ];
    const file = readCatalogueFile(writeTable([headers, ...rows], style));
    expect(file.problems).toEqual([]);
    expect(file.rows).toEqual([
      {
        line: 2,
        externalId: '1',
        parentExternalId: null,
        name: 'Één "wet"',
        kind: 'Bedrijfsfunctie',
        description: 'Eerste; regel,\n\ttweede “regel”\n\nslot',
      },
      { line: 7, externalId: '2', parentExternalId: '1', name: 'Café’s', kind: '', description: '' },
    ]);
  });

  it('C1 reads a file with different line ends', () => {
    const file = readText(`${headers.join(';')}\r\n1;;"a";;"b\r\nc\rd\ne"\r2;;f;;\n3;;g;;`);
    expect(file.rows.map(({ line, description }) => [line, description])).toEqual([
      [2, 'b\nc\nd\ne'],
      [6, ''],
      [7, ''],
    ]);
  });

  it('C1 skips the hint that Excel understands, and reads a file that does not end with a line end', () => {
    const file = readText('sep=,\r\nid,parent,name,type,description\r\n1,,Afval,,');
    expect(file).toMatchObject({ problems: [], rows: [{ line: 3, externalId: '1', name: 'Afval' }] });
  });

  it('C1 does not guess when the byte order mark is not kept to', () => {
    const damaged = new Uint8Array([0xef, 0xbb, 0xbf, ...writeTable(gemmaTable(), { encoding: 'windows-1252' })]);
    expect(readCatalogueFile(damaged).problems).toEqual([{ line: 1, column: null, code: 'unreadable' }]);
  });

  it.each([
    'id;bovenliggend_id;naam;type;omschrijving',
    'ID;Bovenliggend ID;Naam;Soort;Toelichting',
    '"Identificatie";"bovenliggende";"TITEL";"Type";"Definitie"',
    'identifier;parent_id;name;kind;description',
    ' Nummer ; Parent ID ; Title ; kind ; Description ; extra',
    'code;parent;naam;soort;Beschrijving',
    'id;code;parent_id;parent;naam;titel;type;soort;omschrijving;toelichting',
  ])('C2 knows the header %s', (header) => {
    const wanted = readCatalogueFile(fileOf(['1', '', 'Afval'], ['2', '1', 'Inzameling'])).rows;
    const names = header.split(';');
    const cells = (row: (typeof wanted)[number]) => {
      const used = [row.externalId, row.parentExternalId ?? '', row.name, row.kind, row.description];
      // In the last sample the second of each pair is not read.
      if (names.length === 10) return used.flatMap((cell, index) => (index === 0 ? [cell, 'x'] : [cell, 'y']));
      return [...used, ...names.slice(5)];
    };
    const file = readText([header, ...wanted.map((row) => cells(row).join(';'))].join('\n'));
    expect(file).toMatchObject({ problems: [], rows: wanted });
  });

  it('C2 finds the delimiter of the header although other delimiters occur in quoted headers', () => {
    const file = readText(
      '"id","bovenliggend_id","naam","type","omschrijving (a; b; c; d; e; f)","omschrijving"\n1,,A,,x;y;z,',
    );
    expect(file.dialect?.delimiter).toBe(',');
    expect(file.problems).toEqual([]);
  });

  it('C2 prefers the delimiter that shows known headers to the one that makes most columns', () => {
    const file = readText('id,parent,naam,type,omschrijving,a;b;c;d;e;f;g\n1,,Afval,,,');
    expect(file.dialect?.delimiter).toBe(',');
    expect(file.rows.map(({ name }) => name)).toEqual(['Afval']);
  });
});
