import { ImportRefusal } from '@roer/domain/organisation/import-table';

/**
 * The text of a part of a spreadsheet. Throws `ImportRefusal` (`unreadable`) when it is not UTF-8 or declares anything of its
 * own: spreadsheets have no DTD, and entities that stand for entities are bombs.
 */
export const xmlText = (bytes: Buffer): string => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportRefusal('unreadable');
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ImportRefusal('unreadable');
  return text;
};

/** A tag with the text that follows it, up to the next tag. */
export type Tag = { name: string; closes: boolean; empty: boolean; attributes: string; text: string };

/** The tags of these names, in order. A name is without its namespace. */
export function* tagsOf(xml: string, names: string): Generator<Tag> {
  const pattern = new RegExp(`<(/?)(?:[A-Za-z0-9_.-]{1,40}:)?(${names})(?=[\\s/>])([^<>]*)>([^<]*)`, 'g');
  for (const [, slash, name = '', inside = '', text = ''] of xml.matchAll(pattern)) {
    const empty = inside.endsWith('/');
    yield { name, closes: slash === '/', empty, attributes: empty ? inside.slice(0, -1) : inside, text };
  }
}

const attributePatterns = new Map<string, RegExp>();

/** The value of an attribute as its text; null without one. A name is without its namespace. */
export const attribute = ({ attributes }: Tag, name: string): string | null => {
  const pattern = attributePatterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  attributePatterns.set(name, pattern);
  const found = pattern.exec(attributes);
  return found ? plainText(found[1] ?? found[2] ?? '') : null;
};

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const character = (code: number): string => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '');

/** Text with its references and Excel's `_x000D_` read, line ends as LF and without what no database keeps. */
export const plainText = (text: string): string => {
  const read = /[&_\r]/.test(text)
    ? text
        .replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hexadecimal, decimal, name) => {
          if (typeof hexadecimal === 'string') return character(Number.parseInt(hexadecimal, 16));
          if (typeof decimal === 'string') return character(Number(decimal));
          return named[String(name)] ?? whole;
        })
        .replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) => character(Number.parseInt(code, 16)))
        .replaceAll(/\r\n?/g, '\n')
    : text;
  // oxlint-disable-next-line no-control-regex
  return read.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '').toWellFormed();
};
