import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

type Sentences = { readonly [key: string]: string | Sentences };

const compiled = (sentences: Sentences): object =>
  Object.fromEntries(
    Object.entries(sentences).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compiled(value),
    ]),
  );

/**
 * Reads the ICU sentences while building, so that no reader of ICU (9 kB) has to arrive before the first page. Goes
 * together with the formatter that understands only read sentences, which is why both are set here.
 */
export const compiledMessages = (): Plugin => ({
  name: 'compiled-messages',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }] },
  }),
  transform: {
    filter: { id: /\/src\/i18n\/\w+\/[\w-]+\.json$/ },
    // JSON.parse knows no types; these files are objects of sentences, which tests/rules/messages.test.ts proves.
    handler: (code) => JSON.stringify(compiled(JSON.parse(code) as Sentences)),
  },
});
