import { useTranslations } from 'use-intl';
import styles from './obstacles.module.css';

/** Nothing was ever put before the management: what this is for, by example. */
export function NoObstacles() {
  const t = useTranslations('insights.team.empty');
  return (
    <div className={styles.empty}>
      <p>{t('words')}</p>
      <p>{t('for')}</p>
      <ul>
        {(['hours', 'decide', 'stop'] as const).map((example) => (
          <li key={example}>{t(example)}</li>
        ))}
      </ul>
    </div>
  );
}
