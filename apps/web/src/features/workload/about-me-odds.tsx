import { useTranslations } from 'use-intl';
import { deriveLearned } from '@roer/domain/insights/learn';
import { reversed } from '@roer/domain/workload/check-in';
import type { AnswerValue } from '@roer/domain/workload/check-in';
import { bandLook } from '../../ui/band.tsx';
import { classNames } from '../../ui/class-names.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { agreement } from '../insights/agreement.ts';
import styles from './about-me.module.css';

const bands = ['light', 'middle', 'heavy'] as const;

type AboutMeOddsProps = {
  /** How many people are in the group. */
  readonly people: number;
  /** False: the number is an example. */
  readonly isKnown: boolean;
};

/** What each result would give away of each answer: the same for everybody of a group, also who keeps no copy. */
export function AboutMeOdds({ people, isKnown }: AboutMeOddsProps) {
  const t = useTranslations('check-in.aboutMe.odds');
  return (
    <section>
      <SectionHeading>{t('title')}</SectionHeading>
      <p className={styles.words}>{t(isKnown ? 'words' : 'smallest', { people })}</p>
      <OddsTable people={people} who="anybody" />
      <OddsTable people={people} who="colleague" />
      <p className={styles.quiet}>{t('key')}</p>
    </section>
  );
}

type OddsTableProps = { readonly people: number; readonly who: 'anybody' | 'colleague' };

function OddsTable({ people, who }: OddsTableProps) {
  const t = useTranslations('check-in');
  return (
    <table className={styles.odds}>
      <caption>{t(who === 'anybody' ? 'aboutMe.odds.caption' : 'aboutMe.odds.captionColleague')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('aboutMe.odds.result')}</th>
          {agreement.map((word, index) => (
            <th key={word} scope="col">
              <b>{index + 1}</b> <span>{t(`agreement.${word}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bands.map((band) => (
          <tr key={band}>
            <th scope="row">
              <i className={classNames(styles.swatch, bandLook(band))} aria-hidden />
              {t(`results.bands.${band}`)}
            </th>
            {agreement.map((word, index) => {
              // 1 to 5.
              const value = reversed((index + 1) as AnswerValue);
              const odds = deriveLearned({ band, people, value })[who];
              return (
                <td key={word} className={styles[odds]}>
                  {t(`aboutMe.odds.${odds}`)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
