import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import type { PersonId } from '@roer/domain/ids';
import { api } from '../../live/api.ts';
import { buttonLook } from '../../ui/button.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { EraseForm } from '../identity/erase-form.tsx';
import { ErasurePreview } from '../identity/erasure-preview.tsx';
import styles from '../identity/stored.module.css';
import { NoSuchThing } from './no-such-thing.tsx';
import { useOrganisationAsk } from './use-organisation-ask.ts';

/** An administrator erases somebody, after it was told what goes and what stays. */
export default function ErasePersonPage({ personId }: { readonly personId: string }) {
  const t = useTranslations('account.erase');
  const [, go] = useLocation();
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ['organisation', 'erasure', personId],
    // The address holds any text: an id that nobody has is nobody.
    queryFn: () => api.organisation.erasurePreview.query({ personId: personId as PersonId }),
    retry: false,
  });
  const { busy, failure, command } = useOrganisationAsk();
  const name = preview.data?.name ?? '';
  usePageTitle(t('other.title', { name }));
  // Once erased they are not there either, while the page still leads away.
  if (!preview.data) return preview.isError ? <NoSuchThing /> : null;
  const erase = async () => {
    const asked = await command(({ commandId }) =>
      api.organisation.erasePerson.mutate({ commandId, personId: personId as PersonId }),
    );
    if (asked.ok) {
      // The list of before would show them for a moment.
      client.removeQueries({ queryKey: ['organisation', 'people'] });
      go('/organisation/people');
    }
    return asked;
  };
  return (
    <div className={styles.page}>
      <PageLead quiet={t('other.quiet')}>{t('other.lead', { name })}</PageLead>
      <ErasurePreview teams={preview.data.teams} />
      <section>
        <SectionHeading>{t('other.heading')}</SectionHeading>
        <div className={styles.words}>
          {preview.data.isLastAdministrator ? (
            <p>{t('other.last', { name })}</p>
          ) : (
            <EraseForm
              name={name}
              how="recent"
              submit={t('other.submit', { name })}
              busy={busy}
              failure={failure}
              onErase={erase}
            />
          )}
        </div>
      </section>
      <p>
        <Link href={`/organisation/people/${personId}`} className={buttonLook({ kind: 'secondary' })}>
          {t('other.back')}
        </Link>
      </p>
    </div>
  );
}
