import { useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { useMemo } from 'react';
import { awayOn } from '@roer/domain/responsibilities/away';
import { answersOffer } from '@roer/domain/responsibilities/offer-sides';
import { today } from '../../live/clock.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useActs } from './acts.tsx';
import { AreaSection } from './area-section.tsx';
import { activeDuties } from './active-duties.ts';
import type { AreaWish } from './area-wish.ts';
import { asksAttention, strandOf } from './board-view.ts';
import type { BoardFilter, BoardView } from './board-view.ts';
import type { PeopleNames } from './people-names.ts';
import { ResponsibilityRow } from './responsibility-row.tsx';
import type { RowDates } from './row-dates.ts';
import { useSteady } from './use-steady.ts';
import type { RecentChange } from './use-recent-changes.ts';

type Board = ReturnType<typeof deriveBoard>;

type BoardListProps = {
  readonly snapshot: TeamSnapshot;
  /** What of the snapshot is not closed. */
  readonly board: Board;
  /** When each row asks something; null until that is counted. */
  readonly dates: RowDates | null;
  readonly me: PersonId;
  readonly names: PeopleNames;
  readonly view: BoardView;
  readonly hrefOf: (view: BoardView) => string;
  readonly recent: ReadonlyMap<ResponsibilityId, RecentChange>;
  readonly onAreaWish: ((wish: AreaWish) => void) | undefined;
};

type FilterInput = { board: Board; filter: BoardFilter; me: PersonId; dates: RowDates | null };

/** The rows that a filter leaves; areas without any stay only where everything is shown. */
const filteredBoard = ({ board, filter, me, dates }: FilterInput): Board => {
  if (filter === 'all') return board;
  const kept = (responsibility: CoveredResponsibility): boolean => {
    if (filter === 'attention') return asksAttention(responsibility);
    if (filter === 'week') return dates?.thisWeek.has(responsibility.id) ?? false;
    return filter === 'closed' || strandOf(responsibility, me) !== undefined;
  };
  return board
    .map(({ area, responsibilities }) => ({ area, responsibilities: responsibilities.filter(kept) }))
    .filter(({ responsibilities }) => responsibilities.length > 0);
};

/** The board as a list, area by area. Rows keep their place while somebody points at them or moves through them. */
export function BoardList(props: BoardListProps) {
  const { snapshot, board, dates, me, names, view, hrefOf, recent } = props;
  const t = useTranslations('responsibilities');
  const { acted, context } = useActs();
  const { today } = context;
  const closed = useMemo(() => deriveBoard(snapshot, { today, closed: true }), [snapshot, today]);
  const latest = useMemo(
    () => filteredBoard({ board: view.filter === 'closed' ? closed : board, filter: view.filter, me, dates }),
    [board, closed, view.filter, me, dates],
  );
  const isCounting = view.filter === 'week' && dates === null;
  const { value: places, hold } = useSteady(latest, `${view.filter}:${acted}:${isCounting}`);
  const current = useMemo(() => rowsById([...board, ...closed]), [board, closed]);
  const recurring = useMemo(
    () => new Set(activeDuties(snapshot, today).map(({ responsibilityId }) => responsibilityId)),
    [snapshot, today],
  );
  const away = useMemo(() => awayOn(snapshot, today), [snapshot, today]);
  const waiting = useMemo(() => waitingFor(snapshot, me), [snapshot, me]);
  const columnNames = { carries: t('column.carries'), standsIn: t('column.standsIn'), hours: t('column.hours') };

  if (isCounting) return <SkeletonRows rows={6} />;
  if (places.length === 0) {
    const filter = view.filter === 'all' ? 'attention' : view.filter;
    return (
      <EmptyState
        sign={filter === 'attention' || filter === 'week' ? 'covered' : 'asleep'}
        title={t(`nothing.${filter}.title`)}
      >
        {t(`nothing.${filter}.words`)}
      </EmptyState>
    );
  }
  return (
    <div {...hold}>
      {places.map(({ area, responsibilities }, index) => (
        <AreaSection
          key={area.id}
          area={snapshot.area[area.id] ?? area}
          responsibilities={responsibilities.map((row) => current.get(row.id) ?? row)}
          columnNames={columnNames}
          showColumns={index === 0}
          isRemovable={!Object.values(snapshot.responsibility).some((row) => row.areaId === area.id)}
          onWish={view.filter === 'all' ? props.onAreaWish : undefined}
        >
          {responsibilities.map((row) => (
            <ResponsibilityRow
              key={row.id}
              responsibility={current.get(row.id) ?? row}
              {...{ me, names, away, columnNames, today }}
              whiles={snapshot.delegation}
              date={dates === null && recurring.has(row.id) ? null : dates?.first.get(row.id)}
              href={hrefOf({ ...view, openId: row.id })}
              isOpen={view.openId === row.id}
              recent={recent.get(row.id)}
              waitsForMe={waiting.has(row.id)}
            />
          ))}
        </AreaSection>
      ))}
    </div>
  );
}

const rowsById = (board: Board): Map<ResponsibilityId, CoveredResponsibility> =>
  new Map(board.flatMap(({ responsibilities }) => responsibilities.map((row) => [row.id, row] as const)));

const waitingFor = (snapshot: TeamSnapshot, me: PersonId): Set<ResponsibilityId> => {
  const day = today();
  return new Set(
    Object.values(snapshot.offer)
      .filter((offer) => answersOffer(offer, me) && offer.expiresOn > day)
      .map((offer) => offer.responsibilityId),
  );
};
