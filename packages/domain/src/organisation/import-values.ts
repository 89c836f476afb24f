import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { Criticality } from '../feed.ts';

/** What people write in cells, as values; null when it is not to be understood. Cells have no white space around them. */

const number = /^\d{1,5}(?:[.,]\d{1,6})?$/;

/** `7,5` `7.5` `36 uur` `7:30` `7u30` as minutes, rounded. */
export const readMinutes = (cell: string): number | null => {
  const bare = cell.toLowerCase().replace(/\s*(?:uur|uren|hours?|hrs?|u|h)\.?(?:\s*(?:per|p\/|\/)\s*(?:week|w))?$/, '');
  const clock = /^(\d{1,3})\s?[:uh]\s?([0-5]\d)(?::00)?$/.exec(bare);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  return number.test(bare) ? Math.round(Number(bare.replace(',', '.')) * 60) : null;
};

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x']);
const no = new Set(['nee', 'n', 'no', 'false', 'onwaar', '0', '-']);

export const readYesNo = (cell: string): boolean | null => {
  const word = cell.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
};

const criticalities: Record<string, Criticality> = {
  '1': 1,
  laag: 1,
  low: 1,
  'kan wachten': 1,
  'can wait': 1,
  '2': 2,
  gemiddeld: 2,
  midden: 2,
  normaal: 2,
  middle: 2,
  medium: 2,
  normal: 2,
  gewoon: 2,
  ordinary: 2,
  '3': 3,
  hoog: 3,
  high: 3,
  kritiek: 3,
  critical: 3,
  'mag niet stilvallen': 3,
  'must not stop': 3,
};

export const readCriticality = (cell: string): Criticality | null => criticalities[cell.toLowerCase()] ?? null;

/** The first day that a spreadsheet of 1900 counts from, with its 29 February 1900 that never was. */
const serialStart = '1899-12-30';

/** The date of a serial number of a spreadsheet. */
export const dateOfSerial = (serial: number): LocalDate => addDays(serialStart, Math.floor(serial));

const inCalendar = (year: number, month: number, day: number): LocalDate | null => {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date);
  return exists && date >= '1950-01-01' && date < '2100-01-01' ? date : null;
};

/** `d-m-yyyy` (also with `/` or `.`), `yyyy-mm-dd` with or without a time, or a serial number of a spreadsheet. */
export const readDate = (cell: string): LocalDate | null => {
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell);
  if (dutch) return inCalendar(Number(dutch[3]), Number(dutch[2]), Number(dutch[1]));
  const international = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.Z]*)?$/.exec(cell);
  if (international) return inCalendar(Number(international[1]), Number(international[2]), Number(international[3]));
  if (!/^\d{5}(?:\.0+)?$/.test(cell)) return null;
  const date = dateOfSerial(Number(cell));
  return date >= '1950-01-01' && date < '2100-01-01' ? date : null;
};

/** An address of mail in lower case; the same shape as `emailAddress`, without its library. */
export const readEmail = (cell: string): string | null => {
  const email = cell.toLowerCase();
  return email.length <= 254 &&
    /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/.test(email)
    ? email
    : null;
};

/** Somebody as a cell names them, with their share in whole percent; null when none is said. */
export type NamedPerson = { text: string; share: number | null };

const named = (part: string): NamedPerson | null => {
  const found = /^(.*?)[\s:(]*(\d{1,3})(?:[.,]\d{1,2})?\s?%\)?$/s.exec(part);
  if (!found) return { text: part, share: null };
  const [, text = '', share = ''] = found;
  return { text: text.trim(), share: Number(share) };
};

/**
 * `Esra Kaya; Bas Tol`, `Esra 60%, Bas 40%`: a list divided by semicolons or line ends, or else by commas. A name with a
 * comma in it (`Kaya, Esra`) is one person when `isPerson` knows it. Null for a share that is no share.
 */
export const readPeopleList = (cell: string, isPerson: (text: string) => boolean): NamedPerson[] | null => {
  const whole = named(cell);
  const parts = (divider: RegExp): string[] =>
    cell
      .split(divider)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const list = /[;\n|]/.test(cell) ? parts(/[;\n|]/) : whole && isPerson(whole.text) ? [cell] : parts(/,(?!\d)/);
  const people = list.flatMap((part) => named(part) ?? []);
  return people.every(({ text, share }) => text !== '' && (share === null || (share >= 1 && share <= 100)))
    ? people
    : null;
};

/** A name or title as it is compared: without regard to case, accents and how many spaces there are. */
export const sameAs = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .join(' ');

/** On one line, without doubled spaces. */
export const onOneLine = (text: string): string =>
  text
    .split(/\s/)
    .filter((part) => part !== '')
    .join(' ');
