import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import writeSheet from 'write-excel-file/node';
import { importLimits } from '@roer/domain/organisation/import-fields';
import { bookParts, rowXml, zipOf } from '../kit/spreadsheet.ts';
import { noise, plainStyle, writeTable } from './catalogue-samples.ts';
import type { TableStyle } from './catalogue-samples.ts';
import { peopleHeader, planPeople, readImport, wrongs } from './import-samples.ts';

const reasonOf = (bytes: Uint8Array) => readImport(bytes, 'people').outline.problems.map(({ reason }) => reason);
const header = rowXml(1, 'Naam', 'E-mail', 'Uren per week', 'Vanaf', 'Thuisteam', 'Team');

describe('one table in every dialect', () => {
  const style: fc.Arbitrary<TableStyle> = fc.record({
    delimiter: fc.constantFrom(';', ',', '\t'),
    encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.constantFrom('always', 'needed'),
  });
  const row = fc.tuple(
    fc.constantFrom('Esra Kaya', 'Zoë "de" Groot', 'Bas; Tol, jr.', ''),
    fc.constantFrom('esra@water.example', 'ada@water.example', 'niks', 'ADA@water.example'),
    fc.constantFrom('Groen', 'vergunningen', 'Balie', 'Onbekend', ''),
    fc.constantFrom('Ruimte', 'Zorg', ''),
    fc.constantFrom('7,5', '36 uur', '24', 'veel', ''),
    fc.constantFrom('8', ''),
    fc.constantFrom('ja', 'Nee', 'misschien', ''),
    fc.constantFrom('1-3-2025', '2025-03-01', 'ooit', ''),
  );
  const table = fc.array(row, { minLength: 1, maxLength: 6 });

  it('IM1 gives the same plan', () => {
    fc.assert(
      fc.property(table, style, (rows, chosen) => {
        const cells = [peopleHeader, ...rows];
        expect(planPeople(writeTable(cells, chosen))).toEqual(planPeople(writeTable(cells, plainStyle)));
      }),
      { numRuns: 300 },
    );
  });

  it('IM1 gives the same plan as a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const cells = [peopleHeader, ...rows];
        const sheet = await writeSheet(
          cells.map((each) => each.map((value) => (value === '' ? null : { value, type: String }))),
        ).toBuffer();
        expect(planPeople(sheet)).toEqual(planPeople(writeTable(cells)));
      }),
      { numRuns: 40 },
    );
  });

  it('IM1 IM2 reads numbers, dates, hours of a clock and truth as a spreadsheet keeps them', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/><numFmt numFmtId="171" formatCode="d\\-m\\-yyyy"/></numFmts>
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/></cellXfs></styleSheet>`;
    const rich = '<c r="A5" t="s"><v>1</v></c>';
    const strings = `<sst><si><t>niet</t></si><si><r><t xml:space="preserve">Zo&#235; </t></r><r><t>de &amp; Boer_x000D_</t></r><rPh sb="0" eb="1"><t>ZZ</t></rPh></si></sst>`;
    const bytes = zipOf(
      bookParts(
        header +
          '<row r="3"/>' +
          `<row r="5">${rich}<c r="B5" t="str"><v>zoe@b.nl</v></c><c r="C5" s="2"><v>1.5</v></c><c r="D5" s="1"><v>45717</v></c><c r="E5" t="b"><v>1</v></c><c r="F5" s="4"><v>0.6</v></c></row>` +
          rowXml(
            6,
            'Bas',
            'bas@b.nl',
            '<c><v>7.4999999999999996</v></c>',
            '<c s="3"><v>45717.5</v></c>',
            '<c t="b"><v>0</v></c>',
          ),
        [
          { name: 'xl/styles.xml', content: styles },
          { name: 'xl/sharedStrings.xml', content: strings },
        ],
      ),
    );
    const { table: read, outline } = readImport(bytes, 'people');
    expect(outline.format).toEqual({ file: 'xlsx', sheet: 'Blad 1', sheets: ['Blad 1'] });
    expect(read?.rows).toEqual([
      { line: 5, cells: ['Zoë de & Boer', 'zoe@b.nl', '36:00', '2025-03-01', 'true', '60%'], formulas: [] },
      { line: 6, cells: ['Bas', 'bas@b.nl', '7.5', '2025-03-01', 'false'], formulas: [] },
    ]);
  });

  it('IM6 names the place of a formula in a spreadsheet, whatever it was counted to', () => {
    const bytes = zipOf(
      bookParts(
        header +
          rowXml(2, '<c t="str"><f>A1&amp;"x"</f><v>Esra</v></c>', 'esra@b.nl') +
          rowXml(3, '<c><f>HYPERLINK("x")</f></c>', 'a@b.nl'),
      ),
    );
    expect(wrongs(planPeople(bytes))).toEqual(['2 name formula', '3 name formula']);
  });
});

describe('files that are not what they say', () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]);
  const person = rowXml(2, 'Esra', 'esra@b.nl');
  const spaces = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024, ' ');
  const lol = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`).join('')}]><worksheet><sheetData>${header}${rowXml(2, '&lol9;', 'a@b.nl')}</sheetData></worksheet>`;
  it.each<[string, string, () => Uint8Array]>([
    ['nothing', 'noRows', () => new Uint8Array()],
    ['a header alone', 'noRows', () => writeTable([peopleHeader])],
    ['noise', 'unreadable', () => noise(100_000)],
    ['a picture', 'notAFile', () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), noise(100)])],
    ['a printed page', 'notAFile', () => Buffer.from('%PDF-1.7 ...')],
    ['an old spreadsheet', 'oldSpreadsheet', () => ole],
    [
      'a spreadsheet behind a password',
      'protectedSpreadsheet',
      () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    [
      'a ZIP behind a password',
      'protectedSpreadsheet',
      () => zipOf(bookParts(header + person).map((part) => ({ ...part, encrypted: true }))),
    ],
    ['a text document', 'notAFile', () => zipOf([{ name: 'word/document.xml', content: '<w/>' }])],
    ['half a spreadsheet', 'unreadable', () => zipOf(bookParts(header + person)).subarray(0, 400)],
    [
      'a spreadsheet without its sheet',
      'unreadable',
      () => zipOf(bookParts(header).filter(({ name }) => !name.includes('sheet1'))),
    ],
    [
      'a sheet that is damaged',
      'unreadable',
      () =>
        zipOf(
          bookParts('').map((part) =>
            part.name.includes('sheet1') ? { ...part, content: noise(500) as Buffer } : part,
          ),
        ),
    ],
    [
      'a ZIP bomb',
      'tooLarge',
      () => zipOf(bookParts(header, [{ name: 'xl/sharedStrings.xml', content: spaces(120) }])),
    ],
    [
      'one long text that is pointed at from thousands of cells',
      'tooLarge',
      () => {
        const texts = `<sst><si><t>${'x'.repeat(10_000)}</t></si></sst>`;
        const row = rowXml(2, ...Array.from({ length: 10 }, () => '<c t="s"><v>0</v></c>'));
        return zipOf(bookParts(header + row.repeat(1000), [{ name: 'xl/sharedStrings.xml', content: texts }]));
      },
    ],
    [
      'a ZIP bomb in its list of names',
      'tooLarge',
      () => zipOf(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}`, content: '' }))),
    ],
    [
      'entities of entities',
      'unreadable',
      () => zipOf(bookParts('').map((part) => (part.name.includes('sheet1') ? { ...part, content: lol } : part))),
    ],
    [
      'too many rows',
      'tooManyRows',
      () => writeTable([['Naam', 'E-mail'], ...Array.from({ length: importLimits.rows + 1 }, () => ['A', 'a@b.nl'])]),
    ],
    [
      'too many rows of a spreadsheet',
      'tooManyRows',
      () =>
        zipOf(
          bookParts(
            header + Array.from({ length: importLimits.rows + 20 }, (_, index) => rowXml(index + 2, 'A')).join(''),
          ),
        ),
    ],
    ['too many columns', 'tooManyColumns', () => writeTable([Array.from({ length: 61 }, () => 'Naam'), ['A']])],
    ['a cell far away', 'tooManyColumns', () => zipOf(bookParts(`${header}<row r="2"><c r="XFD2"><v>1</v></c></row>`))],
    ['a quote that never closes', 'unreadable', () => Buffer.from(`Naam;E-mail\n"${'x'.repeat(300_000)}`)],
  ])('IM8 %s is %s', (_, reason, bytes) => expect(reasonOf(bytes())).toEqual([reason]));

  it('IM8 never throws, whatever is done to a spreadsheet', () => {
    const good = zipOf(bookParts(header + person));
    expect(reasonOf(good)).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (hits) => {
        const bytes = Buffer.from(good);
        for (const [at, byte] of hits) bytes[at] = byte;
        expect(() => readImport(bytes, 'people')).not.toThrow();
      }),
      { numRuns: 1500 },
    );
  });
});
