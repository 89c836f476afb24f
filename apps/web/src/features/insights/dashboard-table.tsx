import { useTranslations } from 'use-intl';
import type { DomainDashboard } from '@roer/domain/insights/dashboard';
import { dashboardLines } from '@roer/domain/insights/dashboard-lines';
import { useDashboardWords } from './dashboard-words.ts';
import styles from './dashboard.module.css';

/** A domain in words and numbers: what the pictures show, for who rather reads. */
export function DashboardTable({ domain }: { readonly domain: DomainDashboard }) {
  const t = useTranslations('dashboard');
  const words = useDashboardWords();
  const [heads, ...lines] = dashboardLines(domain, words);
  return (
    // It is wider than the page, and a keyboard has to reach what is beside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={t('caption', { domain: domain.name })} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads?.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([team, ...cells]) => (
            <tr key={team}>
              <th scope="row">{team}</th>
              {cells.map((cell, index) => (
                <td key={heads?.[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
