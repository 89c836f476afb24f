import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { OrganisationGroup, TeamGroup } from '@roer/domain/audit/kinds';
import type { AuditCursor } from '@roer/domain/audit/log';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { api } from '../../live/api.ts';

/** What is looked for; null for all of it. */
export type Wish<Group> = { group: Group | null; personId: PersonId | null; day: LocalDate | null };

// Widened: the page after it begins at a cursor.
const first = null as AuditCursor | null;

/** What was done to the organisation, or who signed in, a page at a time. */
export const useOrganisationLog = (wish: Wish<OrganisationGroup | 'signIn'>) =>
  useInfiniteQuery({
    queryKey: ['audit', 'organisation', wish],
    queryFn: ({ pageParam }) => api.audit.organisation.query({ ...wish, before: pageParam }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
    refetchOnMount: 'always',
  });

/** What was done in one team, a page at a time. */
export const useTeamLog = (teamId: TeamId, wish: Wish<TeamGroup>) =>
  useInfiniteQuery({
    queryKey: ['audit', 'team', teamId, wish],
    queryFn: ({ pageParam }) => api.audit.team.query({ ...wish, teamId, before: pageParam }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
    refetchOnMount: 'always',
  });

/** What is known of the chain, and how often signing in did not work. */
export const useAuditState = () => useQuery({ queryKey: ['audit', 'state'], queryFn: () => api.audit.state.query() });

/** What is kept for a time, and when that was last gone through. */
export const useRetention = () =>
  useQuery({ queryKey: ['audit', 'retention'], queryFn: () => api.audit.retention.query() });

/** What was done with one's own account, once somebody asks. */
export const useOwnLog = (isOpen: boolean) =>
  useQuery({ queryKey: ['audit', 'mine'], queryFn: () => api.audit.mine.query(), enabled: isOpen });
