import { useFormatter, useTranslations } from 'use-intl';
import type { DutyText } from '@roer/domain/responsibilities/duties';
import type { Side } from './conflict.ts';
import { scheduleWords } from './rule-words.ts';
import { partsInConflict, versionOf } from './two-versions.ts';
import type { Versions } from './two-versions.ts';
import { useShortDate } from './use-short-date.ts';
import { VersionChoice } from './version-choice.tsx';
import styles from './form.module.css';

export const dutyParts = ['title', 'schedule'] as const;
export type DutyPart = (typeof dutyParts)[number];
export type DutyVersions = Versions<DutyText>;

/** The parts that both changed, and differently; the rest needs no choice. */
export const dutyConflicts = (versions: DutyVersions): DutyPart[] => partsInConflict(dutyParts, versions);

/** One duty of two versions: what only one of them changed is theirs who changed it, the rest as chosen (mine if not). */
export const mergeDuty = (versions: DutyVersions, choices: Partial<Record<DutyPart, Side>>): DutyText => ({
  title: versionOf('title', versions, choices).title,
  schedule: versionOf('schedule', versions, choices).schedule,
});

type DutyConflictProps = {
  readonly parts: readonly DutyPart[];
  readonly versions: DutyVersions;
  readonly choices: Partial<Record<DutyPart, Side>>;
  readonly onChoose: (part: DutyPart, side: Side) => void;
};

/** Two versions of a duty side by side; nothing typed is lost and nothing is overwritten unseen. */
export function DutyConflict({ parts, versions, choices, onChoose }: DutyConflictProps) {
  const t = useTranslations('responsibilities.conflict');
  const duties = useTranslations('duties');
  const format = useFormatter();
  const shortDate = useShortDate();
  const words = (part: DutyPart, { title, schedule }: DutyText): string =>
    part === 'title'
      ? title
      : duties('conflict.from', {
          rule: scheduleWords(schedule, { t: duties, format }),
          date: shortDate(schedule.start),
        });
  return (
    <div className={styles.conflict} role="alert">
      <p className={styles.conflictTitle}>{t('title')}</p>
      <p>{t('words')}</p>
      {parts.map((part) => (
        <VersionChoice
          key={part}
          label={duties(`conflict.${part}`)}
          chosen={choices[part] ?? 'mine'}
          onChoose={(side) => onChoose(part, side)}
          words={{ mine: words(part, versions.mine), theirs: words(part, versions.theirs) }}
        />
      ))}
    </div>
  );
}
