import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { LocalDate } from '@roer/domain/dates';
import { organisingForecast } from '@roer/domain/workload/own-load';
import { useOrganisingWeeks } from './organising-weeks.ts';
import styles from './meter.module.css';

const toToday = (words: ReactNode) => <Link href="/">{words}</Link>;

/** The reader's own guess beside what the team wrote down: nobody else ever gets it (rule W1.16). */
export function OwnOrganising({ today }: { readonly today: LocalDate }) {
  const t = useTranslations('workload.meter.own');
  const format = useFormatter();
  const estimates = useOrganisingWeeks();
  if (!estimates) return null;
  const usual = organisingForecast(estimates, today);
  return (
    <p className={styles.own}>
      {usual > 0
        ? t('usual', { hours: format.number(usual / 60, { maximumFractionDigits: 1 }) })
        : t.rich('first', { link: toToday })}
    </p>
  );
}
