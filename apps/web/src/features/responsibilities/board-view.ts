import { useLocation, useSearch } from 'wouter';
import type { ResponsibilityId } from '@roer/domain/ids';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import type { PersonId } from '@roer/domain/ids';

export const boardFilters = ['all', 'attention', 'mine', 'week', 'closed'] as const;
export type BoardFilter = (typeof boardFilters)[number];

/** What is on screen, as the address says it: which rows, and whose panel is open. */
export type BoardView = { filter: BoardFilter; openId: ResponsibilityId | null };

const isFilter = (text: string | null): text is BoardFilter => boardFilters.some((filter) => filter === text);

export const useBoardView = (): {
  view: BoardView;
  hrefOf: (view: BoardView) => string;
  show: (view: BoardView, how?: { replace: boolean }) => void;
} => {
  const [path, navigate] = useLocation();
  const search = new URLSearchParams(useSearch());
  const filter = search.get('filter');
  // The address holds any text: an id that the team does not have opens nothing.
  const openId = search.get('r') as ResponsibilityId | null;
  const hrefOf = (view: BoardView): string => {
    const query = new URLSearchParams();
    if (view.filter !== 'all') query.set('filter', view.filter);
    if (view.openId !== null) query.set('r', view.openId);
    return query.size === 0 ? path : `${path}?${query}`;
  };
  return {
    view: { filter: isFilter(filter) ? filter : 'all', openId },
    hrefOf,
    show: (view, how = { replace: false }) => navigate(hrefOf(view), how),
  };
};

export const asksAttention = ({ coverage }: CoveredResponsibility): boolean => coverage.state !== 'covered';

/** Which strand of it is somebody's, if any. */
export const strandOf = (
  { holders, substitutes }: CoveredResponsibility,
  personId: PersonId,
): 'holder' | 'substitute' | undefined => {
  if (holders.some((holder) => holder.personId === personId)) return 'holder';
  return substitutes.some((substitute) => substitute.personId === personId) ? 'substitute' : undefined;
};
