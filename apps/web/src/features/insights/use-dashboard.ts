import { useQuery } from '@tanstack/react-query';
import type { DomainId, TeamId } from '@roer/domain/ids';
import { api } from '../../live/api.ts';
import { publishedKey } from '../../live/published-key.ts';
import { useLookedAt } from '../../live/use-looked-at.ts';
import { useMoment } from '../../live/use-moment.ts';

/** The domains that somebody leads, each as one line. */
export const useDashboard = () =>
  useQuery({
    queryKey: [publishedKey, 'domains'],
    queryFn: () => api.insights.dashboard.query(),
    refetchOnMount: 'always',
  });

/**
 * One domain with its teams, once somebody opened it: its teams can see that. Results come by themselves at their moment. A window that
 * nobody looks at asks nothing: asking is noted as a look (rule I2.2).
 */
export const useDomain = (domainId: DomainId, isOpen: boolean) => {
  const isLookedAt = useLookedAt();
  const query = useQuery({
    queryKey: [publishedKey, 'domain', domainId],
    queryFn: () => api.insights.domain.query({ domainId }),
    enabled: isOpen && isLookedAt,
    refetchOnMount: 'always',
  });
  const moments = query.data?.groups.flatMap(({ picture }) => picture?.running?.publishesAt ?? []) ?? [];
  useMoment(isLookedAt && moments.length > 0 ? Math.min(...moments) : null, () => void query.refetch());
  return query;
};

/** What the managers of a team see of it, and who of them looked. */
export const useMirror = (teamId: TeamId) => {
  const query = useQuery({
    queryKey: [publishedKey, 'mirror', teamId],
    queryFn: () => api.insights.mirror.query({ teamId }),
    refetchOnMount: 'always',
  });
  useMoment(query.data?.group.picture?.running?.publishesAt ?? null, () => void query.refetch());
  return query;
};
