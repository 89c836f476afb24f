import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { ScopeView } from '@roer/domain/insights/series';
import { api } from '../../live/api.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { publishedKey } from '../../live/published-key.ts';
import { ScopeGroup } from './scope-group.tsx';
import styles from './insight.module.css';

/** More groups than these are opened one by one. */
const shownAtOnce = 4;

/** What was published of the groups whom somebody leads: of each the very picture that its teams see (rule P8). */
export function ScopeResults() {
  const t = useTranslations('insights.manager.results');
  const { data: scope, error } = useQuery({
    queryKey: [publishedKey, 'scope'],
    queryFn: () => api.insights.scope.query(),
    refetchOnMount: 'always',
  });
  if (!scope) return error ? null : <SkeletonRows rows={4} />;
  const groups = scope.filter(({ inGroup }) => inGroup);
  return (
    <section className={styles.results}>
      <SectionHeading aside={t('aside')}>{t('title')}</SectionHeading>
      {groups.length === 0 && <p className={styles.none}>{t('none')}</p>}
      {[...Map.groupBy(groups, ({ domain }) => domain.id).values()].map((ofDomain) => (
        <div key={ofDomain[0]?.domain.id} className={styles.domain}>
          <h3>{ofDomain[0]?.domain.name}</h3>
          {ofDomain.map((group) => (
            <ScopeGroup key={group.teams[0]?.id} group={group} isOpen={groups.length <= shownAtOnce} />
          ))}
        </div>
      ))}
      {groups.length > 0 && <Outside teams={scope.filter(({ inGroup }) => !inGroup)} />}
    </section>
  );
}

/** Teams that are counted in no group of this window: why they are not above. */
function Outside({ teams }: { readonly teams: ScopeView }) {
  const t = useTranslations('insights.manager.results');
  const format = useFormatter();
  const names = teams.flatMap((group) => group.teams.map(({ name }) => name));
  if (names.length === 0) return null;
  return <p className={styles.none}>{t('outside', { count: names.length, names: format.list(names) })}</p>;
}
