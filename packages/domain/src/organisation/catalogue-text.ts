export type CatalogueEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type CatalogueLineEnding = 'lf' | 'crlf' | 'cr';

export type CatalogueText = {
  /** Line ends are all LF, so that a line number is the one that an editor shows. */
  text: string;
  encoding: CatalogueEncoding;
  /** The first line end of the file. */
  lineEnding: CatalogueLineEnding;
};

// Browsers and Node both have it, but the library of the language itself does not declare it.
declare const TextDecoder: new (
  encoding: string,
  options: { fatal: boolean },
) => { decode: (bytes: Uint8Array) => string };

const marks: { encoding: CatalogueEncoding; bytes: number[] }[] = [
  { encoding: 'utf-8-bom', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Decodes as offices save: with a byte order mark what the mark says, else UTF-8, else Windows-1252 (rule C1).
 * Answers `{ noiseOnLine }` when it is not text: bytes that do not belong to the encoding, or control characters.
 */
export const decodeCatalogue = (bytes: Uint8Array): CatalogueText | { noiseOnLine: number } => {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.encoding ?? 'utf-8';
  const decoded = decode(bytes, encoding);
  if (decoded !== null) return asText(decoded, encoding);
  // Who writes a mark knows the encoding: the file is damaged, and guessing would garble the names.
  if (marked) return { noiseOnLine: 1 };
  const western = decode(bytes, 'windows-1252');
  return western === null ? { noiseOnLine: 1 } : asText(western, 'windows-1252');
};

const decode = (bytes: Uint8Array, encoding: CatalogueEncoding): string | null => {
  try {
    return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const asText = (decoded: string, encoding: CatalogueEncoding): CatalogueText | { noiseOnLine: number } => {
  const text = decoded.replaceAll(/\r\n?/g, '\n');
  const noise = firstNoise(text, encoding);
  if (noise !== null) return { noiseOnLine: text.slice(0, noise).split('\n').length };
  const end = decoded.match(/\r\n?|\n/)?.[0];
  return { text, encoding, lineEnding: end === '\r\n' ? 'crlf' : end === '\r' ? 'cr' : 'lf' };
};

const allowedControls = new Set(['\t', '\n', '\v', '\f'].map((character) => character.charCodeAt(0)));

/** Controls never occur in text. Windows-1252 leaves five bytes unused; the decoder turns those into C1 controls. */
const firstNoise = (text: string, encoding: CatalogueEncoding): number | null => {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && !allowedControls.has(code)) return index;
    if (code === 0x7f || (encoding === 'windows-1252' && code >= 0x80 && code < 0xa0)) return index;
  }
  return null;
};
