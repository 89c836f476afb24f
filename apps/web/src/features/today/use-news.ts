import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Delivery } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { api } from '../../live/api.ts';
import { onDelivery } from '../../live/recent.ts';
import { replicaOf } from '../../live/team.ts';
import type { MyTeam } from './my-responsibilities.ts';

/**
 * What others did in one team since this person last looked, for as long as this page is open: what was shown stays, what
 * comes is added. `seen` is how far this device told that it was seen.
 */
export type Heard = {
  isFirst: boolean;
  isTooMuch: boolean;
  changes: readonly Delivery[];
  head: number;
  seen: number | null;
};

const newsKey = (teamId: TeamId) => ['news', teamId] as const;
const newsQuery = (teamId: TeamId) =>
  queryOptions({
    queryKey: newsKey(teamId),
    queryFn: async (): Promise<Heard> => {
      const { seenSeq, changes, head } = await api.responsibilities.news.query({ teamId });
      return {
        isFirst: seenSeq === null,
        isTooMuch: changes === null,
        changes: changes ?? [],
        head,
        seen: seenSeq,
      };
    },
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });

const heardIn = (client: QueryClient, teamId: TeamId): Heard | undefined => client.getQueryData(newsKey(teamId));
const change = (client: QueryClient, teamId: TeamId, work: (heard: Heard) => Heard): void => {
  client.setQueryData<Heard>(newsKey(teamId), (heard) => heard && work(heard));
};

/** The news with the deliveries that follow it, in whatever order they come. */
const withDeliveries = (heard: Heard, deliveries: readonly Delivery[], me: PersonId): Heard => {
  const later = deliveries.filter(({ seq }) => seq > heard.head);
  if (later.length === 0) return heard;
  const ofOthers = later.filter(({ actorId }) => actorId !== me);
  return {
    ...heard,
    changes: [...heard.changes, ...ofOthers],
    head: Math.max(...later.map(({ seq }) => seq)),
  };
};

const mending = new Set<TeamId>();

/** Asks what was missed while this section was not on the screen, or the line was broken. */
const mend = async (client: QueryClient, teamId: TeamId, me: PersonId): Promise<void> => {
  const heard = heardIn(client, teamId);
  if (!heard || mending.has(teamId)) return;
  mending.add(teamId);
  try {
    const { changes } = await api.responsibilities.since.query({ teamId, seq: heard.head });
    const head = replicaOf(client, teamId)?.seq ?? heard.head;
    change(client, teamId, (known) =>
      changes ? withDeliveries(known, changes, me) : { ...known, isTooMuch: true, head: Math.max(known.head, head) },
    );
  } catch {
    // Not reached: the next change, or the next time this is opened, asks again.
  } finally {
    mending.delete(teamId);
  }
};

/** What is new in my teams, what of it came while this section was on the screen, and how to say that it was seen. */
export const useNews = ({ teams, me }: { teams: readonly MyTeam[]; me: PersonId }) => {
  const client = useQueryClient();
  const queries = useQueries({ queries: teams.map(({ teamId }) => newsQuery(teamId)) });
  const [live, setLive] = useState<ReadonlySet<string>>(new Set());
  useEffect(
    () =>
      onDelivery((delivery) => {
        // Only team feeds are delivered with content, and their id is the team's.
        const teamId = delivery.feed as TeamId;
        const heard = heardIn(client, teamId);
        if (heard?.head !== delivery.seq - 1) return;
        change(client, teamId, (known) => withDeliveries(known, [delivery], me));
        if (delivery.actorId !== me) setLive((before) => new Set([...before, liveKey(teamId, delivery.seq)]));
      }),
    [client, me],
  );
  useEffect(() => {
    // Of a team that I am no longer in nothing stays.
    const isMine = (teamId: unknown): boolean => teams.some((team) => team.teamId === teamId);
    client.removeQueries({ predicate: ({ queryKey: [kind, teamId] }) => kind === 'news' && !isMine(teamId) });
  }, [client, teams]);
  // After every change of a team, so that a hole closes by itself; without one it asks nothing.
  useEffect(() => {
    for (const { teamId } of teams) {
      const heard = heardIn(client, teamId);
      const replica = replicaOf(client, teamId);
      if (heard && replica && replica.seq > heard.head) void mend(client, teamId, me);
    }
  });
  const markSeen = useCallback((): void => {
    for (const { teamId } of teams) {
      const heard = heardIn(client, teamId);
      if (!heard || heard.head === heard.seen) continue;
      const { head } = heard;
      change(client, teamId, (known) => ({ ...known, seen: head }));
      void tellSeen(client, teamId, head);
    }
  }, [client, teams]);
  const news = teams.flatMap((team, index) => {
    const heard = queries[index]?.data;
    return heard ? [{ team, heard }] : [];
  });
  const isAllHere = news.length === teams.length;
  return {
    news,
    isAllHere,
    live,
    markSeen,
    isFailed: !isAllHere && queries.some((query) => query.isError || query.fetchStatus === 'paused'),
  };
};

export const liveKey = (teamId: TeamId, seq: number): string => `${teamId}:${seq}`;

const tellSeen = async (client: QueryClient, teamId: TeamId, seq: number): Promise<void> => {
  try {
    await api.responsibilities.markSeen.mutate({ teamId, seq });
  } catch {
    // It is told again with the next look.
    change(client, teamId, (known) => ({ ...known, seen: null }));
  }
};
