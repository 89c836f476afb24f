import { useTranslations } from 'use-intl';
import { teamGroups } from '@roer/domain/audit/kinds';
import type { TeamId } from '@roer/domain/ids';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { useTeamLog } from './use-audit.ts';
import { useWish } from './use-wish.ts';
import styles from './audit.module.css';

type TeamAuditPageProps = { readonly teamId: TeamId; readonly teamName: string };

/** Who changed what in one's own team, in words, for its members alone. */
export default function TeamAuditPage({ teamId, teamName }: TeamAuditPageProps) {
  const t = useTranslations('audit');
  const { wish, isNarrowed, filters, onChoosePerson } = useWish(teamGroups);
  const query = useTeamLog(teamId, wish);
  usePageTitle(t('teamTitle'));
  return (
    <div className={styles.page}>
      <PageLead above={t('teamTitle')} quiet={t('teamQuiet')}>
        {t('teamLead')}
      </PageLead>
      <AuditFilters
        {...filters}
        groups={{
          label: t('teamGroup.label'),
          value: wish.group ?? '',
          options: [
            { value: '', label: t('teamGroup.all') },
            ...teamGroups.map((group) => ({ value: group, label: t(`teamGroup.${group}`) })),
          ],
        }}
      />
      <AuditList
        query={query}
        of={teamName}
        isNarrowed={isNarrowed}
        onChoosePerson={filters.person === null ? onChoosePerson : null}
      />
      <div className={styles.sections}>
        <section>
          <SectionHeading>{t('teamLimits.title')}</SectionHeading>
          <p>{t('teamLimits.words')}</p>
        </section>
      </div>
    </div>
  );
}
