import { useTranslations } from 'use-intl';
import { BandWords } from '../../ui/band.tsx';
import styles from './quarter.module.css';

/** What the signs mean; stands on paper too. */
export function QuarterMeaning() {
  const t = useTranslations('dashboard');
  return (
    <div className={styles.meaning}>
      <BandWords signs={['light', 'middle', 'heavy', 'none']} />
      <p>{t('quarter.means')}</p>
      <p>{t('noResult')}</p>
    </div>
  );
}
