import { useLocation, useSearch } from 'wouter';
import { quarterText, quarterToShow, quartersBefore, readQuarter } from '@roer/domain/insights/quarter';
import type { Quarter } from '@roer/domain/insights/quarter';
import type { QuarterChoice } from '@roer/domain/insights/quarter-rows';
import type { TeamId } from '@roer/domain/ids';
import { now } from '../../live/clock.ts';

/** How many quarters back the earlier one is, by the word in the address. */
const back = { before: 1, year: 4 } as const;
export type Against = keyof typeof back | 'none';
export const againstChoices: readonly Against[] = ['none', 'before', 'year'];

type Asked = {
  quarter: Quarter;
  against: Against;
  /** The id of a domain, or all of them. */
  domain: string;
};

/** Where a domain's quarter stands. */
export const quarterAddress = (domainId: string): string => `/insight/quarter?domain=${domainId}`;

/** Where a team sees the same of itself. */
export const teamQuarterAddress = (teamId: TeamId): string => `/team/${teamId}/quarter`;

/** Which quarter is asked for, and what beside it; kept in the address, so that it can be sent to somebody. */
export const useQuarterChoice = (): {
  asked: Asked;
  choice: QuarterChoice;
  choose: (changed: Partial<Asked>) => void;
} => {
  const [path, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const against = againstChoices.find((each) => each === search.get('against')) ?? 'none';
  const asked: Asked = {
    quarter: readQuarter(search.get('quarter')) ?? quarterToShow(now()),
    against,
    domain: search.get('domain') ?? 'all',
  };
  const choose = (changed: Partial<Asked>): void => {
    const { quarter, ...rest } = { ...asked, ...changed };
    go(`${path}?${new URLSearchParams({ ...rest, quarter: quarterText(quarter) })}`, { replace: true });
  };
  const earlier = against === 'none' ? null : quartersBefore(asked.quarter, back[against]);
  return { asked, choice: { quarter: asked.quarter, against: earlier }, choose };
};
