import type { messages } from './nl/bundle.ts';

export type Messages = typeof messages;
export type Language = 'nl' | 'en';

declare module 'use-intl' {
  // Declaration merging is how use-intl learns the keys; it asks for an interface.
  interface AppConfig {
    Locale: 'nl-NL' | 'en-GB';
    Messages: Messages;
  }
}

/** Fetches the sentences of one language; each language is a chunk of its own. */
export async function loadMessages(language: Language): Promise<Messages> {
  const bundle = language === 'nl' ? await import('./nl/bundle.ts') : await import('./en/bundle.ts');
  return bundle.messages;
}
