import type { ReactNode } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { BandWords } from '../../ui/band.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { AboutMeClaims } from './about-me-claims.tsx';
import { useResultDay } from './epoch-words.ts';
import styles from './check-in.module.css';

const facts = ['me', 'team', 'manager', 'never', 'share'] as const;

type CheckInAsideProps = {
  /** When the result comes of the epoch on screen, in epoch milliseconds. */
  readonly publishesAt: number | undefined;
  readonly children?: ReactNode;
};

/** Who sees what, what others can learn about me, and what happens afterwards. */
export function CheckInAside({ publishesAt, children }: CheckInAsideProps) {
  const t = useTranslations('check-in');
  const resultDay = useResultDay();
  return (
    <aside className={styles.aside}>
      <section>
        <SectionHeading>{t('sees.title')}</SectionHeading>
        <dl className={styles.sees}>
          {facts.map((fact) => (
            <div key={fact}>
              <dt>{t(`sees.${fact}.who`)}</dt>
              <dd>
                {t(`sees.${fact}.what`)}
                {fact === 'team' && <BandWords />}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <details className={styles.learn} open>
        <summary>
          <h2>{t('aboutMe.title')}</h2>
          <Icon of={ChevronDown} />
        </summary>
        <AboutMeClaims />
        <p>
          <Link href="/check-in/about-me">{t('aboutMe.more')}</Link>
        </p>
      </details>
      <section>
        <SectionHeading>{t('after.title')}</SectionHeading>
        <p className={styles.quiet}>
          {publishesAt === undefined ? t('after.words') : t('after.wordsOn', { date: resultDay(publishesAt) })}{' '}
          {t('after.alarm')}
        </p>
        <p className={styles.small}>{t('after.own')}</p>
      </section>
      {children}
    </aside>
  );
}
