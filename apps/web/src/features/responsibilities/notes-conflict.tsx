import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { NoteText } from '@roer/domain/responsibilities/notes';
import type { Side } from './conflict.ts';
import styles from './form.module.css';

type NotesConflictProps = {
  readonly mine: NoteText;
  readonly theirs: NoteText;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
};

const sides = ['mine', 'theirs'] as const;

/** Two versions of a note side by side: nothing typed is lost and nothing is overwritten unseen. */
export function NotesConflict({ mine, theirs, chosen, onChoose }: NotesConflictProps) {
  const t = useTranslations('responsibilities.conflict');
  const words = useTranslations('notes');
  const name = useId();
  const titleId = useId();
  const versions = { mine, theirs };
  return (
    <div className={styles.conflict} role="alert">
      <p id={titleId} className={styles.conflictTitle}>
        {t('title')}
      </p>
      <p>{words('conflict.words')}</p>
      <fieldset className={styles.choice} aria-labelledby={titleId}>
        {sides.map((side) => (
          <label key={side} className={styles.side}>
            <span>
              <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
              {t(side)}
            </span>
            <b className={styles.version}>{versions[side].title}</b>
            <span className={styles.version}>{versions[side].body || words('noText')}</span>
            {versions[side].url !== null && <span className={styles.version}>{versions[side].url}</span>}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
