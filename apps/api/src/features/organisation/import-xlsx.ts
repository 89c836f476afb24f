import { importLimits } from '@roer/domain/organisation/import-fields';
import { headerRows } from '@roer/domain/organisation/import-header';
import { ImportRefusal } from '@roer/domain/organisation/import-table';
import type { ImportRow, ImportRows } from '@roer/domain/organisation/import-table';
import { numberText, readFormats } from './import-formats.ts';
import type { NumberFormat } from './import-formats.ts';
import { attribute, plainText, tagsOf, xmlText } from './import-xml.ts';
import { openZip } from './import-zip.ts';

/**
 * Reads one sheet of a spreadsheet (Office Open XML, ECMA-376): the named one, or the first that is not hidden. Formulas are told
 * and never counted (rule IM6). Bounded by `importLimits` and by what a ZIP may inflate to. Throws `ImportRefusal`.
 */
export const readImportXlsx = (bytes: Buffer, sheet: string | undefined): ImportRows => {
  const zip = openZip(bytes);
  const part = (name: string): string | null => {
    const content = zip.read(name);
    return content && xmlText(content);
  };
  const workbook = part('xl/workbook.xml');
  if (workbook === null) throw new ImportRefusal('notAFile');
  const sheets = sheetsOf(workbook, part('xl/_rels/workbook.xml.rels') ?? '');
  const chosen = sheets.find(({ name }) => name === sheet) ?? sheets[0];
  const xml = chosen ? part(chosen.path) : null;
  if (!chosen || xml === null) throw new ImportRefusal('unreadable');
  const rows = readRows(xml, {
    strings: sharedStrings(part('xl/sharedStrings.xml')),
    formats: readFormats(part('xl/styles.xml')),
    from1904: /<workbookPr[^<>]*date1904="(?:1|true)"/.test(workbook),
  });
  return { format: { file: 'xlsx', sheet: chosen.name, sheets: sheets.map(({ name }) => name) }, rows };
};

const sheetsOf = (workbook: string, relations: string): { name: string; path: string }[] => {
  const targets = new Map<string, string>();
  for (const tag of tagsOf(relations, 'Relationship'))
    targets.set(attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '');
  const sheets: { name: string; path: string }[] = [];
  for (const tag of tagsOf(workbook, 'sheet')) {
    const target = targets.get(attribute(tag, 'id') ?? '');
    if (target === undefined || (attribute(tag, 'state') ?? 'visible') !== 'visible') continue;
    sheets.push({
      name: attribute(tag, 'name') ?? '',
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    });
  }
  return sheets.slice(0, 200);
};

/** Texts that cells point at. What says how a text is pronounced is left out. */
const sharedStrings = (xml: string | null): string[] => {
  const strings: string[] = [];
  let parts: string[] = [];
  let spoken = false;
  for (const tag of tagsOf(xml ?? '', 'si|t|rPh')) {
    if (tag.name === 'rPh') spoken = !tag.closes && !tag.empty;
    else if (tag.name === 't' && !tag.closes && !spoken) parts.push(tag.text);
    else if (tag.name === 'si' && (tag.closes || tag.empty)) {
      strings.push(plainText(parts.join('')));
      parts = [];
    }
  }
  return strings;
};

type Book = { strings: readonly string[]; formats: readonly NumberFormat[]; from1904: boolean };
type Cell = { index: number; type: string; style: number; value: string; formula: boolean };

const readRows = (xml: string, book: Book): ImportRow[] => {
  const rows: ImportRow[] = [];
  let row: ImportRow = { line: 0, cells: [], formulas: [] };
  let next = 0;
  let read = 0;
  let cell: Cell | null = null;
  const endCell = (): void => {
    if (cell) read += putCell(row, cell, book);
    if (read > importLimits.text) throw new ImportRefusal('tooLarge');
    cell = null;
  };
  const endRow = (): void => {
    if (row.cells.some((text) => text !== '')) rows.push(row);
    if (rows.length > importLimits.rows + headerRows) throw new ImportRefusal('tooManyRows', row.line);
  };
  for (const tag of tagsOf(xml, 'row|c|v|f|t')) {
    if (tag.name === 'row') {
      endCell();
      if (tag.closes) endRow();
      if (tag.closes) continue;
      row = { line: Number(attribute(tag, 'r') ?? row.line + 1), cells: [], formulas: [] };
      next = 0;
    } else if (tag.name === 'c') {
      endCell();
      if (tag.closes) continue;
      const index = columnIndex(attribute(tag, 'r') ?? '') ?? next;
      next = index + 1;
      if (!tag.empty)
        cell = {
          index,
          type: attribute(tag, 't') ?? 'n',
          style: Number(attribute(tag, 's') ?? 0),
          value: '',
          formula: false,
        };
    } else if (cell && !tag.closes) {
      if (tag.name === 'f') cell.formula = true;
      else cell.value += tag.text;
    }
  }
  return rows;
};

/** Gives how many characters it put. */
const putCell = (row: ImportRow, { index, type, style, value, formula }: Cell, book: Book): number => {
  const text = textOf({ type, style, value }, book).trim();
  if (text === '' && !formula) return 0;
  // As wide as a sheet may be without being read; a value out there means another kind of table.
  if (index >= importLimits.columns) throw new ImportRefusal('tooManyColumns', row.line);
  while (row.cells.length <= index) row.cells.push('');
  row.cells[index] = text;
  if (formula || text.startsWith('=')) row.formulas.push(index);
  return text.length;
};

const textOf = ({ type, style, value }: Pick<Cell, 'type' | 'style' | 'value'>, book: Book): string => {
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.slice(0, 10);
  if (type === 'n') return numberText(value.trim(), book.formats[style] ?? 'number', book);
  return plainText(value);
};

/** The column of a place like `AB12`, from 0; null when it has none. */
const columnIndex = (place: string): number | null => {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (!letters) return null;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
};
