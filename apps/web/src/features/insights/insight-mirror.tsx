import Eye from 'lucide-react/icons/eye';
import { useTranslations } from 'use-intl';
import { Icon } from '../../ui/icon.tsx';
import styles from './insight.module.css';

/** Always directly under the sentence, and cannot be put away: whoever looks knows that the team sees the same (rule P8). */
export function InsightMirror() {
  const t = useTranslations('insights.manager.mirror');
  return (
    <div className={styles.mirror}>
      <Icon of={Eye} />
      <p>
        <b>{t('same')}</b> {t('groups')}
      </p>
      <a href="#insight-never">{t('never')}</a>
    </div>
  );
}
