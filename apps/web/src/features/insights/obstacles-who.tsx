import { useTranslations } from 'use-intl';
import styles from './obstacles.module.css';

/** Who can see what of an obstacle, said where it is written and read (rule W6.7). */
export function ObstaclesWho() {
  const t = useTranslations('insights.team.who');
  return (
    <section className={styles.who}>
      <h2>{t('title')}</h2>
      <ul>
        {(['team', 'managers', 'others'] as const).map((who) => (
          <li key={who}>{t(who)}</li>
        ))}
      </ul>
    </section>
  );
}
