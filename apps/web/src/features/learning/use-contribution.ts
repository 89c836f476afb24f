import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { ContributionDraft } from '@roer/domain/learning/contribution';
import { api, failureOf } from '../../live/api.ts';
import { learningKey } from '../../live/learning-key.ts';
import { useSavedParts } from './saved-parts.ts';

export type OwnContribution = Awaited<ReturnType<typeof api.learning.ownContribution.query>>;
export type PublishInput = Parameters<typeof api.learning.publishContribution.mutate>[0];
const ownKey = [learningKey, 'ownContribution'];

/** My own page and where I published it. Nobody else can ask for it. */
export const useOwnContribution = (): UseQueryResult<OwnContribution> =>
  useQuery({ queryKey: ownKey, queryFn: () => api.learning.ownContribution.query() });

/** What is here of it now, for who does not wait for React. */
export const useNewestContribution = () => {
  const client = useQueryClient();
  return useCallback(() => client.getQueryData<OwnContribution>(ownKey), [client]);
};

/** Saves my page as I write it. */
export const useSavedContribution = () => {
  const client = useQueryClient();
  return useSavedParts<ContributionDraft>('contribution', async (parts) => {
    client.setQueryData(ownKey, await api.learning.writeContribution.mutate(parts));
  });
};

/** Publishes the page that I saw, or takes it back. Neither waits for a retry: a second link would end the first. */
export const usePublish = () => {
  const client = useQueryClient();
  return {
    publish: async (input: PublishInput) => {
      client.setQueryData(ownKey, await api.learning.publishContribution.mutate(input));
    },
    unpublish: async (from: 'team' | 'link') => {
      client.setQueryData(ownKey, await api.learning.unpublishContribution.mutate({ from }));
    },
  };
};

/** What a colleague published to a team of mine. */
export const useContributionOf = (personId: PersonId) =>
  useQuery({
    queryKey: [learningKey, 'contributionOf', personId],
    queryFn: () => api.learning.contributionOf.query({ personId }),
    retry: (count, error) => count < 2 && failureOf(error).code === 'unreachable',
  });

/** Who of a team published their page to it. */
export const useContributors = (teamId: TeamId): readonly PersonId[] =>
  useQuery({
    queryKey: [learningKey, 'contributors', teamId],
    queryFn: () => api.learning.contributors.query({ teamId }),
  }).data ?? [];
