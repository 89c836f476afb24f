import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../kit/browser.ts';

type Messages = { readonly [key: string]: string | Messages };

const folder = fileURLToPath(new URL('../../apps/web/src/i18n', import.meta.url));

const bundle = (language: Language): Messages => {
  const files = readdirSync(join(folder, language)).filter((file) => file.endsWith('.json'));
  const slices: Record<string, Messages> = {};
  for (const file of files) {
    const slice = file.replace(/(-later)?\.json$/u, '');
    // Checked by rules/messages.test.ts: files hold texts and groups of texts.
    slices[slice] = {
      ...slices[slice],
      ...(JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Messages),
    };
  }
  return slices;
};
const bundles = { nl: bundle('nl'), en: bundle('en') };

/**
 * The words on the screen, by their key: `words('responsibilities.act.takeOver')`. Tests follow the promises of the
 * product; better words must not break them. Knows names and plain numbers, no plurals.
 */
export const words = (
  key: string,
  values: Readonly<Record<string, string | number>> = {},
  language: Language = 'nl',
): string => {
  let found: string | Messages | undefined = bundles[language];
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`There are no words for ${key}.`);
  return found.replaceAll(/\{(\w+)(?:, number)?\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Say what {${name}} of ${key} is.`);
    return String(value);
  });
};

/** The same, to be found inside a longer text. */
export const saying = (...given: Parameters<typeof words>): RegExp =>
  new RegExp(words(...given).replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`), 'u');
