import { noteLimits } from './notes.ts';

type Address = Record<'protocol' | 'username' | 'password' | 'host' | 'hostname' | 'href', string>;
// Browsers and Node have the parser of the URL standard; the language itself, all that this package knows, has none.
declare const URL: { new (text: string): Address; canParse: (text: string) => boolean };

/**
 * An address of the web as it is kept, or null when it is none (rule N5): http and https only, so that nothing runs when
 * somebody follows it, and without a name or password before the host, which would hide where it leads.
 */
export const webAddress = (text: string): string | null => {
  const trimmed = text.trim();
  if (trimmed.length > noteLimits.url || !URL.canParse(trimmed)) return null;
  const { protocol, username, password, href } = new URL(trimmed);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return username === '' && password === '' && href.length <= noteLimits.url ? href : null;
};

/** An address as people type it, also without `https://` in front ("gemeente.nl/beleid"); null when it is none. */
export const typedAddress = (text: string): string | null => {
  const trimmed = text.trim();
  if (/^https?:/i.test(trimmed)) return webAddress(trimmed);
  const address = webAddress(`https://${trimmed}`);
  return address !== null && hostOf(address).includes('.') ? address : null;
};

/** Where an address leads, to be read before following it: "gemeente.nl". */
export const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '');

/** A piece of a text; `address` where the piece is one that can be followed. */
export type TextPiece = { text: string; address: string | null };

/**
 * A plain text in pieces, so that addresses in it can be followed (rule N5). The pieces together are the text. Only what
 * begins with http:// or https:// counts; punctuation that ends a sentence is not part of an address.
 */
export const piecesOf = (text: string): TextPiece[] => {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const found of text.matchAll(/\bhttps?:\/\/[^\s<>"]+/gi)) {
    const written = found[0].replace(/[.,;:!?'’”)\]}]+$/, '');
    const address = webAddress(written);
    if (address === null) continue;
    if (found.index > end) pieces.push({ text: text.slice(end, found.index), address: null });
    pieces.push({ text: written, address });
    end = found.index + written.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), address: null });
  return pieces;
};
