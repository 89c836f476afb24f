import { useTranslations } from 'use-intl';
import { phases, usualMinutes } from '@roer/domain/learning/intervisie-clock';
import { SectionHeading } from '../../ui/section-heading.tsx';
import styles from './intervisie.module.css';

/** What intervisie is, for who does it for the first time. */
export function IntervisieHow() {
  const t = useTranslations('intervisie');
  return (
    <section className={styles.section}>
      <SectionHeading>{t('how.title')}</SectionHeading>
      <div className={styles.how}>
        <p>{t('how.words')}</p>
        <ol className={styles.plan}>
          {phases.map((phase) => (
            <li key={phase}>
              <b>{t(`phase.${phase}`)}</b> <span>{t('waiting.planMinutes', { minutes: usualMinutes[phase] })}</span>
              <p>{t(`phaseWords.${phase}`)}</p>
            </li>
          ))}
        </ol>
        <p>{t('how.goal')}</p>
        <p>{t('how.roles')}</p>
        <p>{t('how.notes')}</p>
      </div>
    </section>
  );
}
