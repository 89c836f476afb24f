import { queryOptions, useQuery } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import type { Delivery, TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { receive, restart, shownBy, startReplica } from '@roer/domain/replica';
import type { Replica } from '@roer/domain/replica';
import { api, failureOf } from './api.ts';
import { answeredWithin, TooLong } from './answered-within.ts';
import { home } from './home.ts';
import { outboxNow } from './outbox-state.ts';
import { announceDelivery } from './recent.ts';

export const teamKey = (teamId: TeamId) => ['team', teamId] as const;

/** The replica of a team as it is in the cache; undefined until its first snapshot came. */
export const replicaOf = (client: QueryClient, teamId: TeamId): Replica | undefined =>
  client.getQueryData<Replica>(teamKey(teamId));

export const changeReplica = (client: QueryClient, teamId: TeamId, change: (replica: Replica) => Replica): void => {
  client.setQueryData<Replica>(teamKey(teamId), (replica) => replica && change(replica));
};

const fetchReplica = async (client: QueryClient, teamId: TeamId): Promise<Replica> => {
  const { seq, snapshot } = await readTeam(teamId);
  const known = replicaOf(client, teamId);
  if (known) return restart(known, seq, snapshot);
  const started = startReplica(seq, snapshot);
  if (!outboxNow().waiting.some((command) => command.teamId === teamId)) return started;
  return (await home()).withWaiting(started, teamId);
};

/** Longer and what this device kept is shown meanwhile; what it misses comes as soon as there is a connection. */
const patience = 4000;

/** The team as it is; without a connection as it was when it was last seen on this device. */
const readTeam = async (teamId: TeamId): Promise<{ seq: number; snapshot: TeamSnapshot }> => {
  const asked = api.responsibilities.board.query({ teamId });
  try {
    return await answeredWithin(patience, asked);
  } catch (error) {
    if (!(error instanceof TooLong) && failureOf(error).code !== 'unreachable') throw error;
    // After who is here: what is kept is theirs.
    await home();
    const { keptTeam } = await import('./kept-teams.ts');
    return (await keptTeam(teamId)) ?? (await asked);
  }
};

// `shownBy` runs again only when the replica changed: every reader of one moment gets the same snapshot.
const shown = new WeakMap<Replica, TeamSnapshot>();
const shownOnce = (replica: Replica): TeamSnapshot => {
  const known = shown.get(replica);
  if (known) return known;
  const snapshot = shownBy(replica);
  shown.set(replica, snapshot);
  return snapshot;
};

/** The query of a team, for who reads several at once. */
export const teamQuery = (teamId: TeamId) =>
  queryOptions({
    queryKey: teamKey(teamId),
    queryFn: ({ client }) => fetchReplica(client, teamId),
    // The feed keeps it fresh; asking again would only be slower.
    staleTime: Infinity,
    gcTime: Infinity,
    // What this device kept is an answer too.
    networkMode: 'always',
    structuralSharing: false,
    select: shownOnce,
  });

/** A team as this person sees it now: what is confirmed, with their own pending commands on top. */
export const useTeam = (teamId: TeamId): UseQueryResult<TeamSnapshot> => useQuery(teamQuery(teamId));

/** The same for who asks once: what is here, or else what the server says. */
export const teamNow = async (client: QueryClient, teamId: TeamId): Promise<TeamSnapshot> => {
  // Selecting is for who reads it with a hook.
  const { select: _, ...query } = teamQuery(teamId);
  return shownOnce(await client.ensureQueryData(query));
};

/** Takes a delivery from the server or from the answer to one's own command, and mends a hole if there is one. */
export const takeDelivery = (client: QueryClient, delivery: Delivery): void => {
  // Only team feeds are delivered with content, and their id is the team's.
  const teamId = delivery.feed as TeamId;
  const replica = replicaOf(client, teamId);
  if (!replica) return;
  const { replica: next, need } = receive(replica, delivery);
  client.setQueryData<Replica>(teamKey(teamId), next);
  if (next.seq > replica.seq) announceDelivery(delivery);
  if (need !== 'nothing') void catchUp(client, teamId);
};

const catchingUp = new Map<TeamId, Promise<void>>();

/** Asks what was missed and applies it; too far behind, takes a new snapshot. One at a time per team. */
export const catchUp = (client: QueryClient, teamId: TeamId): Promise<void> => {
  const running = catchingUp.get(teamId);
  if (running) return running;
  const work = mend(client, teamId).finally(() => catchingUp.delete(teamId));
  catchingUp.set(teamId, work);
  return work;
};

const mend = async (client: QueryClient, teamId: TeamId): Promise<void> => {
  const replica = replicaOf(client, teamId);
  if (!replica) return;
  try {
    const { changes } = await api.responsibilities.since.query({ teamId, seq: replica.seq });
    if (changes && !changes.some((delivery) => delivery.action === 'reset')) {
      changeReplica(client, teamId, (known) =>
        changes.reduce((next, delivery) => receive(next, delivery).replica, known),
      );
      for (const delivery of changes) announceDelivery(delivery);
      return;
    }
    const { seq, snapshot } = await api.responsibilities.board.query({ teamId });
    changeReplica(client, teamId, (known) => restart(known, seq, snapshot));
  } catch {
    // Not reached: the heads, three seconds from now, ask again.
  }
};
