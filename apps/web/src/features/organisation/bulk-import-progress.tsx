import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { CommandId } from '@roer/domain/ids';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { followImport } from './followed-import.ts';
import tree from './catalogue.module.css';
import styles from './bulk-import.module.css';

type BulkImportProgressProps = {
  readonly kind: ImportKind;
  readonly jobId: CommandId;
  readonly onFinish: () => void;
};

const every = 500;

/** How far an import is, until it is done or has failed. The server goes on when the page is closed. */
export function BulkImportProgress({ kind, jobId, onFinish }: BulkImportProgressProps) {
  const t = useTranslations('imports');
  const sentence = useFailureSentence();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['import', jobId],
    queryFn: () => api.organisation.importProgress.query({ jobId }),
    refetchInterval: ({ state }) => (isOver(state.data?.phase) ? false : every),
    gcTime: 0,
    retry: true,
  });
  const progress = query.data;
  const over = isOver(progress?.phase);
  useEffect(() => {
    if (!over) return;
    // How it ended was seen; who comes back begins anew.
    followImport(undefined);
    void client.invalidateQueries({ queryKey: ['organisation'] });
  }, [over, client]);
  if (progress?.phase === 'failed') {
    return (
      <ErrorNotice
        title={
          progress.failure === 'uploadGone'
            ? t('stopped')
            : sentence({ code: progress.failure ?? 'unexpected', detail: {} })
        }
        action={<Button onClick={onFinish}>{t('startAgain')}</Button>}
      >
        {t('nothingWritten')}
      </ErrorNotice>
    );
  }
  if (progress?.phase === 'done') {
    const { counts } = progress;
    const nothing = !counts || counts.new + counts.changed === 0;
    return (
      <section className={tree.panel} aria-label={t(`kind.${kind}`)}>
        <div role="status">
          <p className={tree.sentence}>
            {nothing ? t('doneNothing') : t('done', { new: counts.new, changed: counts.changed })}
          </p>
          {kind === 'people' && !nothing && <p>{t('inviteWords')}</p>}
        </div>
        <div className={tree.tools}>
          <Link
            href={kind === 'people' ? '/organisation/people' : '/organisation'}
            className={buttonLook({ kind: 'primary' })}
          >
            {t(`to.${kind}`)}
          </Link>
          <Button onClick={onFinish}>{t('another')}</Button>
        </div>
      </section>
    );
  }
  const { phase = 'checking', done = 0, total = 0 } = progress ?? {};
  return (
    <section className={tree.panel} aria-label={t(`kind.${kind}`)} aria-busy>
      <p className={tree.sentence} role="status">
        {t(`phase.${phase}`)} <span>{t('phaseWords')}</span>
      </p>
      <progress
        className={styles.bar}
        aria-label={t(`phase.${phase}`)}
        {...(total > 0 ? { value: done, max: total } : {})}
      />
      {total > 0 && <p className={tree.read}>{t('progress', { done, total })}</p>}
      {query.isError && <p className={tree.read}>{sentence(failureOf(query.error))}</p>}
    </section>
  );
}

const isOver = (phase: string | undefined): boolean => phase === 'done' || phase === 'failed';
