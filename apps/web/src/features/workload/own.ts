import { useQuery } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { evenRequest } from '@roer/domain/workload/check-in';
import type { CheckInView, OwnAnswer, OwnAsk } from '@roer/domain/workload/check-in';
import { api } from '../../live/api.ts';
import { useMoment } from '../../live/use-moment.ts';

const viewKey = ['own', 'view'] as const;

/**
 * The one door for everything personal about a check-in: looking, confirming and answering look alike to whoever sees the
 * traffic (rule P11). Rejects when nothing came back; a refusal stands in the answer.
 */
export const askOwn = async (client: QueryClient, asked: OwnAsk): Promise<OwnAnswer> => {
  const answer = await api.workload.own.mutate(evenRequest(asked));
  client.setQueryData(viewKey, answer.view);
  return answer;
};

/** The moment (epoch milliseconds) at which what can be done changes; null when that is not known. */
const turnOf = (view: CheckInView | undefined): number | null => {
  if (view?.state !== 'group' || !view.now) return null;
  return view.accepting ? view.now.closesAt : view.now.answersFrom;
};

/** What the check-in asks of me now. Asked on every opening of a page that shows it, whatever was done before. */
export const useOwnView = (): UseQueryResult<CheckInView> => {
  const query = useQuery({
    queryKey: viewKey,
    queryFn: async ({ client }) => (await askOwn(client, { kind: 'look' })).view,
    refetchOnMount: 'always',
    // Without a connection this is told at once.
    networkMode: 'always',
    retry: 1,
  });
  useMoment(turnOf(query.data), () => void query.refetch());
  return query;
};
