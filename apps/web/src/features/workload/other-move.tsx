import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { Move } from '@roer/domain/workload/what-if';
import { Button } from '../../ui/button.tsx';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { useMoveWords } from './move-words.ts';
import type { Refused } from './smallest-move-question.ts';
import styles from './move-sheet.module.css';

type OtherMoveProps = {
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly moves: readonly Move[];
  readonly refused: readonly Refused[];
  readonly onRefuse: (refused: readonly Refused[]) => void;
};

/** Looks for another way: says which of the moves should rather not be, and back again. */
export function OtherMove({ snapshot, names, moves, refused, onRefuse }: OtherMoveProps) {
  const t = useTranslations('workload.sheet.other');
  const words = useTranslations('responsibilities');
  const moveWords = useMoveWords(snapshot, names);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.other}>
      <Button kind="tertiary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('find')}
      </Button>
      {isOpen && (
        <ul aria-label={t('which')}>
          {moves.map((move) => (
            <li key={`${move.assignmentId ?? move.workId}${move.receiver}`}>
              <Button
                dense
                onClick={() =>
                  onRefuse([...refused, { personId: move.receiver, responsibilityId: move.responsibilityId }])
                }
              >
                {t('not', {
                  title: moveWords(move).title,
                  name: names.short(move.receiver) ?? words('formerColleague'),
                })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <p role="status">
          {t('refused', { count: refused.length })}{' '}
          <Button kind="tertiary" dense onClick={() => onRefuse([])}>
            {t('again')}
          </Button>
        </p>
      )}
    </div>
  );
}
