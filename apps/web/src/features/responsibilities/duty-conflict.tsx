import { useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DutyText } from '@roer/domain/responsibilities/duties';
import type { Side } from './conflict.ts';
import { scheduleWords } from './rule-words.ts';
import { useShortDate } from './use-short-date.ts';
import styles from './form.module.css';

export const dutyParts = ['title', 'schedule'] as const;
export type DutyPart = (typeof dutyParts)[number];
export type DutyVersions = { base: DutyText; mine: DutyText; theirs: DutyText };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The parts that both changed, and differently; the rest needs no choice. */
export const dutyConflicts = ({ base, mine, theirs }: DutyVersions): DutyPart[] =>
  dutyParts.filter(
    (part) => !same(mine[part], base[part]) && !same(theirs[part], base[part]) && !same(mine[part], theirs[part]),
  );

/** One duty of two versions: what only one of them changed is theirs who changed it, the rest as chosen (mine if not). */
export const mergeDuty = ({ base, mine, theirs }: DutyVersions, choices: Partial<Record<DutyPart, Side>>): DutyText => {
  const from = (part: DutyPart): DutyText =>
    choices[part] === 'theirs' || same(mine[part], base[part]) ? theirs : mine;
  return { title: from('title').title, schedule: from('schedule').schedule };
};

type DutyConflictProps = {
  readonly parts: readonly DutyPart[];
  readonly versions: DutyVersions;
  readonly choices: Partial<Record<DutyPart, Side>>;
  readonly onChoose: (part: DutyPart, side: Side) => void;
};

/** Two versions of a duty side by side; nothing typed is lost and nothing is overwritten unseen. */
export function DutyConflict({ parts, versions, choices, onChoose }: DutyConflictProps) {
  const t = useTranslations('responsibilities.conflict');
  return (
    <div className={styles.conflict} role="alert">
      <p className={styles.conflictTitle}>{t('title')}</p>
      <p>{t('words')}</p>
      {parts.map((part) => (
        <Choice
          key={part}
          {...{ part, versions }}
          chosen={choices[part] ?? 'mine'}
          onChoose={(side) => onChoose(part, side)}
        />
      ))}
    </div>
  );
}

const sides = ['mine', 'theirs'] as const;

type ChoiceProps = {
  readonly part: DutyPart;
  readonly versions: DutyVersions;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
};

function Choice({ part, versions, chosen, onChoose }: ChoiceProps) {
  const t = useTranslations('duties');
  const words = useTranslations('responsibilities.conflict');
  const format = useFormatter();
  const shortDate = useShortDate();
  const name = useId();
  const schedule = (side: Side): string => {
    const { start } = versions[side].schedule;
    return t('conflict.from', {
      rule: scheduleWords(versions[side].schedule, { t, format }),
      date: shortDate(start),
    });
  };
  return (
    <fieldset className={styles.choice}>
      <legend>{t(`conflict.${part}`)}</legend>
      {sides.map((side) => (
        <label key={side} className={styles.side}>
          <span>
            <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
            {words(side)}
          </span>
          <span className={styles.version}>{part === 'title' ? versions[side].title : schedule(side)}</span>
        </label>
      ))}
    </fieldset>
  );
}
