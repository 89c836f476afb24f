import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { MoveSheetProps } from './move-sheet.tsx';
import type { MoveSearch } from './use-smallest-move.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './move-sheet.module.css';

// Not before there is something to advise.
const MoveSheet = lazily(() => import('./move-sheet.tsx'));
const StopSheet = lazily(() => import('./stop-sheet.tsx'));

type MoveAdviceProps = Omit<MoveSheetProps, 'found'> & {
  readonly search: MoveSearch;
  readonly onTry: () => void;
};

/** What can be done about weeks that do not fit, or that nothing has to be. */
export default function MoveAdvice({ search, onTry, ...props }: MoveAdviceProps) {
  const t = useTranslations('workload.advice');
  if (search.state === 'failed') {
    return (
      <ErrorNotice title={t('failed')} action={<Button onClick={search.again}>{t('again')}</Button>}>
        {t('failedWords')}
      </ErrorNotice>
    );
  }
  if (search.state === 'busy') return <Busy />;
  const { found } = search;
  switch (found.kind) {
    case 'fits':
      return (
        <EmptyState title={t('fits')} action={<Button onClick={onTry}>{t('try')}</Button>}>
          {t('fitsWords')}
        </EmptyState>
      );
    case 'move':
      return (
        <Suspense fallback={<Busy />}>
          <MoveSheet {...props} found={found} />
        </Suspense>
      );
    case 'stop':
      return (
        <Suspense fallback={<Busy />}>
          <StopSheet {...props} {...{ found, onTry }} />
        </Suspense>
      );
  }
}

function Busy() {
  const t = useTranslations('workload.advice');
  return (
    <section className={classNames(styles.sheet, styles.reserved)}>
      <h2>{t('busy')}</h2>
      <p className={styles.busy} role="status">
        {t('busyWords')}
      </p>
    </section>
  );
}
