import { useQuery } from '@tanstack/react-query';
import type { TeamId } from '@roer/domain/ids';
import { api } from '../../live/api.ts';
import { askedKey } from '../../live/asked-key.ts';

/** The teams whom somebody leads, with what they ask. */
export type AskingTeam = Awaited<ReturnType<typeof api.insights.obstacles.query>>[number];
export type AskedObstacle = AskingTeam['obstacles'][number];

/** What teams ask of who leads them; only a manager gets an answer. */
export const useObstacles = () =>
  useQuery({ queryKey: [askedKey, 'obstacles'], queryFn: () => api.insights.obstacles.query(), retry: 1 });

/** Whom a team may ask something: who leads it today. */
export const useAddressees = (teamId: TeamId, isWanted = true) =>
  useQuery({
    queryKey: [askedKey, 'addressees', teamId],
    queryFn: () => api.insights.addressees.query({ teamId }),
    enabled: isWanted,
  });
