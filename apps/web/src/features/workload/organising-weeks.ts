import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { LocalDate } from '@roer/domain/dates';
import type { OrganisingEstimate } from '@roer/domain/workload/own-load';
import { api } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';

const key = ['workload', 'organisingWeeks'];

/** What I wrote down about organising, week by week; undefined until it is here. The server gives it to nobody else. */
export const useOrganisingWeeks = (): readonly OrganisingEstimate[] | undefined =>
  useQuery({ queryKey: key, queryFn: () => api.workload.organisingWeeks.query(), staleTime: 60_000 }).data;

/** What is here of it, for who does not wait. */
export const knownOrganisingWeeks = (client: QueryClient): readonly OrganisingEstimate[] =>
  client.getQueryData<OrganisingEstimate[]>(key) ?? [];

/** Writes down one week, or forgets it (null). The last word counts, so asking again is harmless. */
export const useSetOrganisingWeek = () => {
  const client = useQueryClient();
  const { busy, failure, ask } = useAsk();
  const set = async (week: { monday: LocalDate; minutes: number | null }): Promise<boolean> => {
    const { ok } = await ask(() => api.workload.setOrganisingWeek.mutate(week), { again: true });
    if (ok) await client.invalidateQueries({ queryKey: key });
    return ok;
  };
  return { busy, failure, set };
};
