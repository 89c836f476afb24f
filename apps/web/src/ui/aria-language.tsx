import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLocale } from 'use-intl';

/** Makes react-aria's own words (hidden "close" buttons, counts) follow the language of the page, not of the browser. */
export function AriaLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useLocale()}>{children}</I18nProvider>;
}
