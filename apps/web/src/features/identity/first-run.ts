import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../live/api.ts';

/** Which first page a stranger gets: nothing here yet, the example municipality, or an organisation of somebody's own. */
export const firstRunQuery = queryOptions({
  queryKey: ['first-run'],
  queryFn: () => api.identity.firstRun.state.query(),
  staleTime: 0,
  retry: 1,
});

export const useFirstRun = () => useQuery(firstRunQuery);
