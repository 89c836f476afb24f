import { useFormatter, useTranslations } from 'use-intl';
import { organisationGroups } from '@roer/domain/audit/kinds';
import type { AuditState } from '@roer/domain/audit/log';
import { middayOf } from '@roer/domain/dates';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { useAuditState, useOrganisationLog, useRetention } from './use-audit.ts';
import { useWish } from './use-wish.ts';
import styles from './audit.module.css';

const groups = [...organisationGroups, 'signIn'] as const;

/** Organisatie › Logboek: who did what to the organisation, for its administrators. Of teams' own work there is nothing (rule O12). */
export default function AuditPage({ organisation }: { readonly organisation: string }) {
  const t = useTranslations('audit');
  const { wish, isNarrowed, filters, onChoosePerson } = useWish(groups);
  const query = useOrganisationLog(wish);
  const { data: state } = useAuditState();
  usePageTitle(t('title'));
  return (
    <div className={styles.page}>
      <PageLead above={t('title')} quiet={t('quiet')}>
        {t('lead')}
      </PageLead>
      <AuditFilters
        {...filters}
        groups={{
          label: t('group.label'),
          value: wish.group ?? '',
          options: [
            { value: '', label: t('group.all') },
            ...groups.map((group) => ({ value: group, label: t(`group.${group}`) })),
          ],
        }}
      />
      <AuditList
        query={query}
        of={organisation}
        isNarrowed={isNarrowed}
        onChoosePerson={filters.person === null ? onChoosePerson : null}
      />
      <div className={styles.sections}>
        {state && <Chain state={state} />}
        {state && <Failures state={state} />}
        <Retention />
        <section>
          <SectionHeading>{t('limits.title')}</SectionHeading>
          <ul className={styles.limits}>
            {(['answers', 'work', 'device', 'impersonation'] as const).map((what) => (
              <li key={what}>{t(`limits.${what}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** Whether the chain is whole, as far as anybody looked (rule AU7). */
function Chain({ state: { verified } }: { readonly state: AuditState }) {
  const t = useTranslations('audit.chain');
  const format = useFormatter();
  const date = verified && format.dateTime(verified.at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <section>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>
        {verified === null || date === null
          ? t('never')
          : verified.brokenAt === null
            ? t('whole', { date })
            : t('broken', { date, number: verified.brokenAt })}
      </p>
      <p className={styles.quiet}>{t('how')}</p>
    </section>
  );
}

function Failures({ state: { failures } }: { readonly state: AuditState }) {
  const t = useTranslations('audit.failures');
  const format = useFormatter();
  return (
    <section>
      <SectionHeading>{t('title')}</SectionHeading>
      <p className={styles.quiet}>{failures.length === 0 ? t('none') : t('words')}</p>
      <ul className={styles.failures}>
        {failures.map(({ day, count }) => (
          <li key={day}>
            {t('line', { date: format.dateTime(middayOf(day), { day: 'numeric', month: 'long' }), count })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is removed when its time is over, and when that was last done (rule MD10). */
function Retention() {
  const t = useTranslations('audit.retention');
  const format = useFormatter();
  const { data: lines } = useRetention();
  return (
    <section>
      <SectionHeading>{t('title')}</SectionHeading>
      <p className={styles.quiet}>{t('words')}</p>
      <ul className={styles.limits}>
        {lines?.map(({ kind, days, at, removed }) => (
          <li key={kind}>
            {t(`kinds.${kind}`, { days })}{' '}
            {at === null
              ? t('never')
              : t('last', { date: format.dateTime(at, { day: 'numeric', month: 'long' }), count: removed ?? 0 })}
          </li>
        ))}
      </ul>
    </section>
  );
}
