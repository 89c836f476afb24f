import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { TeamId } from '@roer/domain/ids';
import type { FreeTalent, ResponsibilityTalent, TeamTalents } from '@roer/domain/learning/talent-card';
import { api } from '../../live/api.ts';
import { learningKey } from '../../live/learning-key.ts';
import { useSavedParts } from './saved-parts.ts';

type OwnTalents = Awaited<ReturnType<typeof api.learning.ownTalents.query>>;
const ownKey = [learningKey, 'ownTalents'];

/** My own card and who sees it. Nobody else can ask for it. */
export const useOwnTalents = (): UseQueryResult<OwnTalents> =>
  useQuery({ queryKey: ownKey, queryFn: () => api.learning.ownTalents.query() });

/** What members of a team show to it of their cards; empty until it is here. */
export const useTeamTalents = (teamId: TeamId): TeamTalents | undefined =>
  useQuery({ queryKey: [learningKey, 'talents', teamId], queryFn: () => api.learning.talents.query({ teamId }) }).data;

/** The parts of a card by their own names, each saved by itself. */
export type TalentParts = Record<`about ${string}`, ResponsibilityTalent> & { free: FreeTalent[]; from: string };

const isAbout = (name: string): boolean => name.startsWith('about ');

const send = async (parts: Partial<TalentParts>): Promise<void> => {
  const { free, from } = parts;
  if (free !== undefined || from !== undefined) await api.learning.writeTalents.mutate({ free, from });
  for (const [name, value] of Object.entries(parts)) {
    // What is under such a name is about a responsibility.
    if (isAbout(name)) await api.learning.writeTalents.mutate({ about: value as ResponsibilityTalent });
  }
};

/** Saves my card as I write it. */
export const useSavedTalents = () => useSavedParts<TalentParts>('talentCard', send);

/** Chooses who sees my card. */
export const useShowTalents = () => {
  const client = useQueryClient();
  return useCallback(
    async (audience: OwnTalents['audience']): Promise<void> => {
      await api.learning.showTalents.mutate({ audience });
      client.setQueryData<OwnTalents>(ownKey, (known) => known && { ...known, audience });
    },
    [client],
  );
};
