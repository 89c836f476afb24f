import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { laterMessages, loadMessages } from './messages.ts';
import type { Language, Messages } from './messages.ts';
import { recall, remember } from '../live/device-memory.ts';

/** Dates and numbers as they are written here: English for Dutch readers is European English. */
const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

const KEY = 'roer.language';

export type LoadedLanguage = { readonly language: Language; readonly messages: Messages };

type LanguageChoice = { readonly language: Language; readonly choose: (language: Language) => void };
const Choice = createContext<LanguageChoice>({ language: 'nl', choose: () => undefined });

/** The language chosen on this device; Dutch when none was. */
export function rememberedLanguage(): Language {
  return recall(KEY) === 'en' ? 'en' : 'nl';
}

/** The language now, and a way to another one without a reload. */
export function useLanguage(): LanguageChoice {
  return use(Choice);
}

type LanguageProviderProps = { readonly initial: LoadedLanguage; readonly children: ReactNode };

/** Gives sentences and formats to everything below it. The first language comes loaded, the other is fetched when chosen. */
export function LanguageProvider({ initial, children }: LanguageProviderProps) {
  const [{ language, messages }, setLoaded] = useState(initial);
  const choose = useCallback((next: Language) => {
    // With the later ones, so that an open page does not fall back to nothing while it changes its language.
    void Promise.all([loadMessages(next), laterMessages(next)]).then(([loaded]) => {
      remember(KEY, next);
      document.documentElement.lang = next;
      setLoaded({ language: next, messages: loaded });
      return undefined;
    });
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return (
    <Choice value={choice}>
      <IntlProvider locale={LOCALES[language]} messages={messages} timeZone="Europe/Amsterdam">
        {children}
      </IntlProvider>
    </Choice>
  );
}
