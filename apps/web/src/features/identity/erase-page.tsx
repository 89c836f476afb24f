import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { useAsk } from '../../live/use-ask.ts';
import { buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useConfirmation } from './confirm-fields.tsx';
import { EraseForm } from './erase-form.tsx';
import { ErasurePreview } from './erasure-preview.tsx';
import styles from './stored.module.css';

/** Has everything that is mine erased, after it was told what goes and what stays. */
export default function ErasePage({ onErased }: { readonly onErased: () => void }) {
  const t = useTranslations('account.erase');
  const sentence = useFailureSentence();
  const preview = useQuery({
    queryKey: ['account', 'erasure'],
    queryFn: () => api.organisation.ownErasurePreview.query(),
  });
  const how = useConfirmation();
  const { busy, failure, ask } = useAsk();
  // A retry is the same command.
  const [commandId] = useState(() => newId<'command'>());
  usePageTitle(t('title'));
  const erase = async (password: string | null) => {
    const asked = await ask(() => api.identity.eraseMe.mutate({ commandId, password }));
    if (asked.ok) onErased();
    return asked;
  };
  return (
    <div className={styles.page}>
      <PageLead quiet={t('quiet')}>{t('lead')}</PageLead>
      {preview.isError && <ErrorNotice title={sentence(failureOf(preview.error))} />}
      {preview.data && (
        <>
          <ErasurePreview teams={preview.data.teams} />
          <section>
            <SectionHeading>{t('heading')}</SectionHeading>
            <div className={styles.words}>
              {preview.data.isLastAdministrator ? (
                <p>{t('last')}</p>
              ) : (
                <EraseForm
                  name={preview.data.name}
                  how={how}
                  submit={t('submit')}
                  busy={busy}
                  failure={failure}
                  onErase={erase}
                />
              )}
            </div>
          </section>
        </>
      )}
      <p>
        <Link href="/account/privacy" className={buttonLook({ kind: 'secondary' })}>
          {t('back')}
        </Link>
      </p>
    </div>
  );
}
