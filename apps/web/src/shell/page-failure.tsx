import { Component } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PlainShell } from './plain-shell.tsx';

/** Catches a page that breaks. A class because React offers no other way. */
export class PageFailure extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <FailurePage /> : this.props.children;
  }
}

function FailurePage() {
  const t = useTranslations('shell.failed');
  return (
    <PlainShell>
      <ErrorNotice title={t('title')} action={<Button onClick={() => location.reload()}>{t('retry')}</Button>}>
        {t('words')}
      </ErrorNotice>
    </PlainShell>
  );
}
