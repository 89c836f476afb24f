import type { messages } from './nl/bundle.ts';
import type { later } from './nl/later.ts';
import { patiently } from '../live/patiently.ts';

export type FirstMessages = typeof messages;
export type LaterMessages = typeof later;
/** Every sentence there is; what stands in `later.ts` is there inside `LaterSentences` only. */
export type Messages = FirstMessages & LaterMessages;
export type Language = 'nl' | 'en';

declare module 'use-intl' {
  // Declaration merging is how use-intl learns the keys; it asks for an interface.
  interface AppConfig {
    Locale: 'nl-NL' | 'en-GB';
    Messages: Messages;
  }
}

/** Fetches the sentences of one language that the first page needs; each language is a chunk of its own. */
export async function loadMessages(language: Language): Promise<Messages> {
  const bundle = await patiently(() => (language === 'nl' ? import('./nl/bundle.ts') : import('./en/bundle.ts')));
  // Whoever uses a later one is inside LaterSentences, which adds them.
  return bundle.messages as Messages;
}

const loaded: Partial<Record<Language, LaterMessages | Promise<LaterMessages>>> = {};

/** The other sentences of a language: at once when they are here, else as a promise, the same one for all who wait. */
export function laterMessages(language: Language): LaterMessages | Promise<LaterMessages> {
  const known = loaded[language];
  if (known) return known;
  const loading = patiently(() => (language === 'nl' ? import('./nl/later.ts') : import('./en/later.ts'))).then(
    ({ later }) => {
      loaded[language] = later;
      return later;
    },
  );
  loaded[language] = loading;
  return loading;
}

/** First and later sentences as one: a slice may have some of both. */
export const together = (first: Messages, later: LaterMessages): Messages => {
  const slices = Object.keys(later).map((slice) => [slice, { ...groupOf(first, slice), ...groupOf(later, slice) }]);
  // Slice by slice the keys of both, which is what Messages says.
  return { ...first, ...Object.fromEntries(slices) } as Messages;
};

const groupOf = (messages: object, slice: string): object => {
  const group: unknown = Reflect.get(messages, slice);
  return typeof group === 'object' && group !== null ? group : {};
};
