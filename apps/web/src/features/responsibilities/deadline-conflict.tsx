import { useFormatter, useTranslations } from 'use-intl';
import type { DeadlineWorkText } from '@roer/domain/workload/deadline-work';
import type { Side } from './conflict.ts';
import type { DeadlinePart, DeadlineVersions } from './deadline-versions.ts';
import { useShortDate } from './use-short-date.ts';
import { VersionChoice } from './version-choice.tsx';
import styles from './form.module.css';

type DeadlineConflictProps = {
  readonly parts: readonly DeadlinePart[];
  readonly versions: DeadlineVersions;
  readonly choices: Partial<Record<DeadlinePart, Side>>;
  readonly onChoose: (part: DeadlinePart, side: Side) => void;
};

/** Two versions of a work with a date side by side; nothing typed is lost and nothing is overwritten unseen. */
export function DeadlineConflict({ parts, versions, choices, onChoose }: DeadlineConflictProps) {
  const t = useTranslations('responsibilities.conflict');
  const deadline = useTranslations('planning.deadline');
  const format = useFormatter();
  const date = useShortDate();
  const hours = (minutes: number): string => format.number(minutes / 60, { maximumFractionDigits: 1 });
  const words = (part: DeadlinePart, text: DeadlineWorkText): string => {
    switch (part) {
      case 'title':
        return text.title;
      case 'days':
        return deadline('conflict.daysWords', { from: date(text.earliestStart), due: date(text.due) });
      case 'hours':
        return deadline('conflict.hoursWords', {
          least: hours(text.leastMinutes),
          likely: hours(text.likelyMinutes),
          most: hours(text.mostMinutes),
        });
    }
  };
  return (
    <div className={styles.conflict} role="alert">
      <p className={styles.conflictTitle}>{t('title')}</p>
      <p>{t('words')}</p>
      {parts.map((part) => (
        <VersionChoice
          key={part}
          label={deadline(`conflict.${part}`)}
          chosen={choices[part] ?? 'mine'}
          onChoose={(side) => onChoose(part, side)}
          words={{ mine: words(part, versions.mine), theirs: words(part, versions.theirs) }}
        />
      ))}
    </div>
  );
}
