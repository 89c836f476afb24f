import { useQuery } from '@tanstack/react-query';
import type { TeamId } from '@roer/domain/ids';
import type { ResultsView } from '@roer/domain/insights/series';
import { api } from '../../live/api.ts';
import { useMoment } from '../../live/use-moment.ts';
import { publishedKey } from '../../live/published-key.ts';
import { useLookedAt } from '../../live/use-looked-at.ts';

/**
 * What was published of a team's check-ins. It comes for everybody at the moment of publication, without a reload: this page
 * waits for it by itself, and the server says it too. A window that nobody looks at asks nothing: of who leads the team, asking is
 * noted as a look (rule I2.2).
 */
export const useResults = (teamId: TeamId) =>
  usePublished([publishedKey, 'results', teamId], () => api.insights.results.query({ teamId }));

/** The same of the groups that whoever reads is counted in, also when they are in another team by now. */
export const useOwnResults = () => usePublished([publishedKey, 'ownResults'], () => api.insights.ownResults.query());

const usePublished = <View extends Pick<ResultsView, 'running'>>(queryKey: string[], queryFn: () => Promise<View>) => {
  const isLookedAt = useLookedAt();
  const query = useQuery({ queryKey, queryFn, enabled: isLookedAt, refetchOnMount: 'always' });
  useMoment((isLookedAt && query.data?.running?.publishesAt) || null, () => void query.refetch());
  return query;
};

/** What colleagues chose to show to their own team, as of the last publication that this page knows. */
export const useShared = (teamId: TeamId, lastEpoch: number | undefined) =>
  useQuery({
    queryKey: [publishedKey, 'shared', teamId, lastEpoch],
    queryFn: () => api.insights.shared.query({ teamId }),
    enabled: lastEpoch !== undefined,
    placeholderData: (before) => before,
  });
