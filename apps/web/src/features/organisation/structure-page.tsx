import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { mayInOrganisation } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { useNumberWords } from '../../i18n/number-words.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { DomainSection } from './domain-section.tsx';
import { FormerTeams } from './former-teams.tsx';
import { useStructure } from './organisation-queries.ts';
import type { Structure } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import type { StructureWish } from './structure-wish.ts';
import { lazily } from '../../i18n/lazily.ts';
import rows from '../../ui/button-row.module.css';
import styles from './organisation.module.css';

const StructureDialog = lazily(() => import('./structure-dialog.tsx'));

/** Organisatie: which domains and teams there are. Administrators change it here; everybody else reads. */
export default function StructurePage({ actor }: { readonly actor: Actor }) {
  const t = useTranslations('organisation.structure');
  const query = useStructure();
  usePageTitle(t('title'));
  return <Loaded query={query}>{(structure) => <StructureView structure={structure} actor={actor} />}</Loaded>;
}

function StructureView({ structure, actor }: { readonly structure: Structure; readonly actor: Actor }) {
  const t = useTranslations('organisation.structure');
  const plans = useTranslations('reorganising');
  const { word, wordAtStart } = useNumberWords();
  const [wish, setWish] = useState<StructureWish>();
  const mayWrite = mayInOrganisation(actor, 'structure.write');
  const teams = structure.reduce((sum, domain) => sum + domain.teams.length, 0);
  const lead =
    structure.length === 0
      ? t('leadEmpty')
      : t('lead', {
          domains: structure.length,
          domainWord: wordAtStart(structure.length),
          teams,
          teamWord: word(teams),
        });
  return (
    <div className={styles.narrow}>
      <div className={styles.top}>
        <PageLead quiet={structure.length > 0 ? t(mayWrite ? 'quietAdministrator' : 'quiet') : undefined}>
          {lead}
        </PageLead>
        {mayWrite && structure.length > 0 && (
          <div className={rows.row}>
            <Button onClick={() => setWish({ kind: 'createDomain' })}>{t('addDomain')}</Button>
            <Link className={buttonLook({})} href="/organisation/reorganising">
              {plans('open')}
            </Link>
          </div>
        )}
      </div>
      {structure.length === 0 && (
        <EmptyState
          sign="asleep"
          title={t('empty')}
          action={
            mayWrite && (
              <Button kind="primary" onClick={() => setWish({ kind: 'createDomain' })}>
                {t('addFirstDomain')}
              </Button>
            )
          }
        >
          {t(mayWrite ? 'emptyAdministrator' : 'emptyReader')}
        </EmptyState>
      )}
      {structure.map((domain) => (
        <DomainSection key={domain.id} domain={domain} actor={actor} onWish={mayWrite ? setWish : undefined} />
      ))}
      <FormerTeams />
      {wish && (
        <Suspense>
          <StructureDialog wish={wish} structure={structure} onClose={() => setWish(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
