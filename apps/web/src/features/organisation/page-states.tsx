import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ReactNode } from 'react';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';

type LoadedProps<Data> = {
  readonly query: UseQueryResult<Data>;
  /** How many rows are about to come. */
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
};

/** What was asked for once it is there; until then rows to come, or why not and a way on. */
export function Loaded<Data>({ query, rows = 8, children }: LoadedProps<Data>) {
  const t = useTranslations('organisation');
  const sentence = useFailureSentence();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <SkeletonRows rows={rows} />;
  return (
    <ErrorNotice
      title={sentence(failureOf(query.error))}
      action={<Button onClick={() => void query.refetch()}>{t('again')}</Button>}
    />
  );
}
