import X from 'lucide-react/icons/x';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import type { Move } from '@roer/domain/workload/what-if';
import { Button } from '../../ui/button.tsx';
import { CoverageSign } from '../../ui/coverage-sign.tsx';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { minutesMoved, useMoveWords } from './move-words.ts';
import styles from './move-list.module.css';

type MoveListProps<Item extends Move> = {
  readonly teamId: TeamId;
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly moves: readonly Item[];
  /** The week of which the hours are told. */
  readonly monday: LocalDate;
  /** Takes one of them away again; left out where that cannot be. */
  readonly onRemove?: (move: Item) => void;
};

/** Things that would go from one person to another, with the hours that go along. */
export function MoveList<Item extends Move>(props: MoveListProps<Item>) {
  const { teamId, snapshot, names, moves, monday, onRemove } = props;
  const t = useTranslations('workload.move');
  const format = useFormatter();
  const words = useMoveWords(snapshot, names);
  return (
    <ol className={styles.moves}>
      {moves.map((move) => {
        const { title, way } = words(move);
        const holders = Object.values(snapshot.assignment).filter(
          (row) => row.responsibilityId === move.responsibilityId && row.role === 'holder',
        );
        const minutes = minutesMoved(snapshot, move, monday);
        return (
          <li key={`${move.assignmentId ?? move.workId}${move.receiver}`}>
            <CoverageSign coverage="covered" holders={holders.length} />
            <span>
              <Link href={boardAddress(teamId, move.responsibilityId)}>{title}</Link>
              <small>{way}</small>
            </span>
            <b>{t('hours', { hours: format.number(minutes / 60, { maximumFractionDigits: 1 }) })}</b>
            {onRemove && (
              <Button kind="tertiary" dense icon={<Icon of={X} small />} onClick={() => onRemove(move)}>
                {t('remove')}
                <VisuallyHidden> {title}</VisuallyHidden>
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
