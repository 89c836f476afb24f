import { dateOfSerial } from '@roer/domain/organisation/import-values';
import { attribute, tagsOf } from './import-xml.ts';

/** What a number in a cell means by its format. */
export type NumberFormat = 'number' | 'percent' | 'date' | 'time';

/** Formats that every spreadsheet knows by their number (ECMA-376 part 1, 18.8.30). */
const builtIn = (id: number): NumberFormat => {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return 'number';
};

const ofCode = (code: string): NumberFormat => {
  // Without texts, colours and conditions; `[h]` is an hour.
  const bare = code
    .slice(0, 255)
    .replaceAll(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (bare.includes('%')) return 'percent';
  if (/[dy]/.test(bare)) return 'date';
  return /[hs]/.test(bare) ? 'time' : 'number';
};

/** The format of each style of a workbook, by the number that cells have for it. */
export const readFormats = (styles: string | null): NumberFormat[] => {
  if (styles === null) return [];
  const custom = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  for (const tag of tagsOf(styles, 'numFmt|cellXfs|xf')) {
    if (tag.name === 'numFmt') custom.set(attribute(tag, 'numFmtId') ?? '', ofCode(attribute(tag, 'formatCode') ?? ''));
    else if (tag.name === 'cellXfs') inCells = !tag.closes && !tag.empty;
    else if (inCells && !tag.closes) {
      const id = attribute(tag, 'numFmtId') ?? '0';
      formats.push(custom.get(id) ?? builtIn(Number(id)));
    }
  }
  return formats;
};

/** Days between the two calendars that spreadsheets count from. */
const daysOf1904 = 1462;

const plain = (value: number): string => String(Number(value.toPrecision(12)));

/** A number as the text that other kinds of files would have for it (see `ImportRow`). */
export const numberText = (text: string, format: NumberFormat, { from1904 }: { from1904: boolean }): string => {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  if (format === 'percent') return `${plain(value * 100)}%`;
  if (format === 'time' && value >= 0 && value < 1000) {
    const minutes = Math.round(value * 24 * 60);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  if (format === 'date' && value >= 1 && value < 100_000) return dateOfSerial(value + (from1904 ? daysOf1904 : 0));
  return plain(value);
};
