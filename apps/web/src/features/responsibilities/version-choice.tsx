import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Side } from './conflict.ts';
import styles from './form.module.css';

const sides = ['mine', 'theirs'] as const;

type VersionChoiceProps = {
  readonly label: string;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
  readonly words: Record<Side, ReactNode>;
};

/** One thing that two people changed at once, both versions of it, and which of them stays. */
export function VersionChoice({ label, chosen, onChoose, words }: VersionChoiceProps) {
  const t = useTranslations('responsibilities.conflict');
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {sides.map((side) => (
        <label key={side} className={styles.side}>
          <span>
            <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
            {t(side)}
          </span>
          <span className={styles.version}>{words[side]}</span>
        </label>
      ))}
    </fieldset>
  );
}
