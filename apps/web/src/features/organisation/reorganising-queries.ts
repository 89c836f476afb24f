import { useQuery } from '@tanstack/react-query';
import type { TeamId } from '@roer/domain/ids';
import { api } from '../../live/api.ts';

export type Plans = Awaited<ReturnType<typeof api.organisation.reorganisations.query>>;
export type Plan = Plans['plans'][number];
export type PlanStep = Plan['steps'][number];
export type Preview = Awaited<ReturnType<typeof api.organisation.previewReorganisation.query>>;
export type Effect = Preview['effects'][number];

const options = { retry: 1, staleTime: 60_000 } as const;

export const usePlans = () =>
  useQuery({
    ...options,
    queryKey: ['organisation', 'reorganisations'],
    queryFn: () => api.organisation.reorganisations.query(),
  });

/** What a plan would do as things are now; nothing as long as it has no steps or no day. */
export const usePreview = ({ steps, effectiveOn }: { steps: PlanStep[]; effectiveOn: string }) =>
  useQuery({
    ...options,
    queryKey: ['organisation', 'previewReorganisation', steps, effectiveOn],
    queryFn: () => api.organisation.previewReorganisation.query({ steps, effectiveOn }),
    enabled: steps.length > 0 && effectiveOn !== '',
    placeholderData: (before) => before,
  });

export const useUndoPreview = (reorganisationId: Plan['id']) =>
  useQuery({
    ...options,
    staleTime: 0,
    queryKey: ['organisation', 'previewUndoReorganisation', reorganisationId],
    queryFn: () => api.organisation.previewUndoReorganisation.query({ reorganisationId }),
  });

/** What is announced for a team; its members alone get an answer. */
export const useUpcoming = (teamId: TeamId) =>
  useQuery({
    ...options,
    queryKey: ['organisation', 'upcomingReorganisations', teamId],
    queryFn: () => api.organisation.upcomingReorganisations.query({ teamId }),
  });

/** What is announced for all one's teams, with its day alone. */
export const useComing = () =>
  useQuery({
    ...options,
    queryKey: ['organisation', 'comingReorganisations'],
    queryFn: () => api.organisation.comingReorganisations.query(),
  });

export const useFormerTeams = () =>
  useQuery({
    ...options,
    queryKey: ['organisation', 'formerTeams'],
    queryFn: () => api.organisation.formerTeams.query(),
  });
