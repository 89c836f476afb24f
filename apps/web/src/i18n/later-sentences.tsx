import { use } from 'react';
import type { ComponentType, LazyExoticComponent, ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import { useLanguage } from './language.tsx';
import { laterMessages, together } from './messages.ts';
import { lazily } from './lazily.ts';

/**
 * Waits for the sentences that the first page can do without, and gives them to what is inside. For pages, panels and
 * dialogs that are loaded when they are opened; stands inside a Suspense.
 */
export function LaterSentences({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const locale = useLocale();
  const first = useMessages();
  const later = laterMessages(language);
  const sentences = later instanceof Promise ? use(later) : later;
  return (
    <IntlProvider locale={locale} messages={together(first, sentences)} timeZone="Europe/Amsterdam">
      {children}
    </IntlProvider>
  );
}

/** `lazy` for a component that uses later sentences. Keep it outside of components, like `lazy`. */
export const lazyWithSentences = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazily(async () => {
    const { default: Inner } = await load();
    const WithSentences = (props: Props) => (
      <LaterSentences>
        <Inner {...props} />
      </LaterSentences>
    );
    return { default: WithSentences };
  });
