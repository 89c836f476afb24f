import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { LanguageProvider } from './i18n/language.tsx';
import type { LoadedLanguage } from './i18n/language.tsx';
import { Routes } from './routes/routes.tsx';
import { AnnouncerProvider } from './ui/announcer.tsx';
import { PageFailure } from './shell/page-failure.tsx';

// By itself it tells its readers a task later: a tick would be painted as it was before, for one frame.
notifyManager.setScheduler(queueMicrotask);
const queries = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, staleTime: Infinity } } });

/** Everything every page may count on: language, queries, one voice, and a way out when a page breaks. */
export function App({ language }: { readonly language: LoadedLanguage }) {
  return (
    <LanguageProvider initial={language}>
      <QueryClientProvider client={queries}>
        <AnnouncerProvider>
          <PageFailure>
            <Routes />
          </PageFailure>
        </AnnouncerProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
}
