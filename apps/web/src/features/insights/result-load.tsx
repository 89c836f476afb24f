import { useTranslations } from 'use-intl';
import { addDays, isoWeek } from '@roer/domain/dates';
import type { PublishedEpoch } from '@roer/domain/insights/series';
import { bandLook } from '../../ui/band.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './results.module.css';

/** Days of one block of planned work. */
const block = 28;

/** How full a team's weeks were planned when the last period began: one band for every four weeks (rule P13). */
export function ResultLoad({ epoch }: { readonly epoch: PublishedEpoch | undefined }) {
  const t = useTranslations('check-in.results');
  if (!epoch?.load) return null;
  return (
    <div className={styles.load}>
      <h3>{t('load.title')}</h3>
      <p className={styles.note}>{t('load.words')}</p>
      <ol>
        {epoch.load.map((band, index) => {
          const startsOn = addDays(epoch.startsOn, block * index);
          return (
            <li key={startsOn}>
              <i className={styles.cell} aria-hidden>
                <i className={classNames(styles[band ?? 'none'], bandLook(band ?? 'none'))} />
              </i>
              <b>{t(`bands.${band ?? 'none'}`)}</b>
              <span>{t('load.weeks', { from: isoWeek(startsOn), until: isoWeek(addDays(startsOn, block - 1)) })}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
