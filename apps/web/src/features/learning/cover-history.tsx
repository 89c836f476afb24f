import { useTranslations } from 'use-intl';
import type { ResponsibilityId } from '@roer/domain/ids';
import { coverOf } from '@roer/domain/learning/cover-level';
import type { HandoverTools } from './handover-words.ts';
import styles from './cover.module.css';

type CoverHistoryProps = { readonly tools: HandoverTools; readonly responsibilityId: ResponsibilityId };

/** My own steps with this, the last first: which, when, and who said yes. */
export function CoverHistory({ tools, responsibilityId }: CoverHistoryProps) {
  const t = useTranslations('learning');
  const { rows } = coverOf(tools.snapshot, { responsibilityId, personId: tools.me });
  const steps = rows.filter(({ state }) => state === 'confirmed').toReversed();
  if (steps.length === 0) return null;
  return (
    <details className={styles.history}>
      <summary>{t('history.heading')}</summary>
      <ol>
        {steps.map(({ id, level, confirmedBy, confirmedOn, proposedOn }) => (
          <li key={id}>
            <b>{level === null ? t('history.out') : t(`levels.${level}`)}</b>{' '}
            <span className={styles.quiet}>
              {confirmedBy === null || confirmedBy === tools.me
                ? t('history.self', { day: tools.day(confirmedOn ?? proposedOn) })
                : t('history.by', { day: tools.day(confirmedOn ?? proposedOn), name: tools.nameOf(confirmedBy) })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
