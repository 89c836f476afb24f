import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';
import { bandLook } from '../../ui/band.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import styles from './insight.module.css';

/** Why a result is missing at times, and what is never here. */
export function InsightLimits() {
  const t = useTranslations('insights.manager');
  return (
    <div className={styles.limits}>
      <section>
        <SectionHeading>{t('why.title')}</SectionHeading>
        <div className={styles.why}>
          <i className={classNames(styles.sample, bandLook('none'))} aria-hidden />
          <p>{t('why.words')}</p>
        </div>
      </section>
      <section>
        <SectionHeading id="insight-never">{t('never.title')}</SectionHeading>
        <ul>
          {(['names', 'answers', 'writer', 'ranks'] as const).map((what) => (
            <li key={what}>{t(`never.${what}`)}</li>
          ))}
        </ul>
        <p className={styles.ask}>{t('never.ask')}</p>
      </section>
    </div>
  );
}
