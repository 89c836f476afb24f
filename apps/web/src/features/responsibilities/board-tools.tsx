import ChevronDown from 'lucide-react/icons/chevron-down';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { SegmentedFilter } from '../../ui/segmented-filter.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { asksAttention, boardFilters, strandOf } from './board-view.ts';
import type { BoardFilter, BoardView } from './board-view.ts';
import type { BoardForm } from './board-form.ts';
import styles from './board.module.css';

type BoardToolsProps = {
  readonly rows: readonly CoveredResponsibility[];
  readonly snapshot: TeamSnapshot;
  readonly me: PersonId;
  readonly view: BoardView;
  readonly show: (view: BoardView, how: { replace: boolean }) => void;
  readonly onForm: ((form: BoardForm) => void) | undefined;
};

const otherWays = ['paste', 'catalogue', 'newArea'] as const;

/** Above the list: which rows to see, and the ways to add one. */
export function BoardTools({ rows, snapshot, me, view, show, onForm }: BoardToolsProps) {
  const t = useTranslations('responsibilities');
  const counts: Partial<Record<BoardFilter, number>> = {
    attention: rows.filter(asksAttention).length,
    mine: rows.filter((row) => strandOf(row, me) !== undefined).length,
  };
  const hasClosed = Object.values(snapshot.responsibility).some((row) => row.closedOn !== null);
  const filters = boardFilters.filter((filter) => filter !== 'closed' || hasClosed || view.filter === 'closed');
  return (
    <div className={styles.tools}>
      <SegmentedFilter
        label={t('filter.label')}
        value={view.filter}
        segments={filters.map((value) => {
          const count = counts[value];
          return { value, label: t(`filter.${value}`), ...(count !== undefined && { count }) };
        })}
        onChoose={(value) => {
          const filter = boardFilters.find((known) => known === value);
          if (filter) show({ ...view, filter }, { replace: true });
        }}
      />
      {onForm && (
        <div className={styles.add}>
          <Button dense icon={<Icon of={Plus} small />} onClick={() => onForm({ kind: 'new' })}>
            {t('add.one')}
          </Button>
          <MenuButton
            className={styles.addMore}
            label={t('add.more')}
            groups={[{ id: 'ways', items: otherWays.map((id) => ({ id, label: t(`add.${id}`) })) }]}
            onChoose={(id) => {
              const kind = otherWays.find((way) => way === id);
              if (kind) onForm({ kind });
            }}
          >
            <Icon of={ChevronDown} small />
            <VisuallyHidden>{t('add.more')}</VisuallyHidden>
          </MenuButton>
        </div>
      )}
    </div>
  );
}
