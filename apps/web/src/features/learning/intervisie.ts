import { queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IntervisieId, TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { elapsed } from '../../live/clock.ts';
import { learningKey } from '../../live/learning-key.ts';
import { useAsk } from '../../live/use-ask.ts';
import { useAnnounce } from '../../ui/announcer.tsx';

export type RoomCard = Awaited<ReturnType<typeof api.learning.intervisieRooms.query>>['rooms'][number];
export type Room = Awaited<ReturnType<typeof api.learning.intervisieRoom.query>>;
export type Kept = Awaited<ReturnType<typeof api.learning.keptIntervisie.query>>['kept'][number];
/** A room, and what the server's clock was when this page began (epoch milliseconds): what the clock of this device says is left out. */
export type TimedRoom = { room: Room; zero: number };

/** How often a page asks again by itself, for what it was not told; milliseconds. */
const everyNow = 20_000;
const tries = 3;

/** Only what may come back is asked again: what is not there stays so. */
const retry = (failures: number, error: unknown): boolean =>
  failureOf(error).code === 'unreachable' && failures < tries;

const roomsQuery = (teamId: TeamId) =>
  queryOptions({
    queryKey: [learningKey, 'intervisie', 'of', teamId],
    queryFn: () => api.learning.intervisieRooms.query({ teamId }),
    refetchOnMount: 'always',
    retry,
  });
export const useIntervisieRooms = (teamId: TeamId) => useQuery(roomsQuery(teamId));

/** Rooms of these teams that somebody may still come in to, and I am not in. */
export const useRoomInvitations = (teamIds: readonly TeamId[]) =>
  useQueries({ queries: teamIds.map(roomsQuery) }).flatMap(({ data }, index) => {
    const teamId = teamIds[index];
    if (!data || teamId === undefined) return [];
    return data.rooms.filter(({ isInside, hasBegun }) => !isInside && !hasBegun).map((room) => ({ ...room, teamId }));
  });

export const useIntervisieRoom = (roomId: IntervisieId) =>
  useQuery({
    queryKey: [learningKey, 'intervisie', 'room', roomId],
    queryFn: async (): Promise<TimedRoom> => {
      const asked = elapsed();
      const room = await api.learning.intervisieRoom.query({ roomId });
      // It was this moment at the server about halfway.
      return { room, zero: room.now - (asked + elapsed()) / 2 };
    },
    refetchOnMount: 'always',
    refetchInterval: everyNow,
    gcTime: 0,
    retry,
  });

export const useKeptIntervisie = () =>
  useQuery({
    queryKey: [learningKey, 'intervisie', 'kept'],
    queryFn: () => api.learning.keptIntervisie.query(),
    refetchOnMount: 'always',
    gcTime: 0,
    retry,
  });

/** Does something in a room, which may all be done twice, asks again what there is and says that it was done. */
export const useIntervisieAct = () => {
  const { busy, failure, ask } = useAsk();
  const client = useQueryClient();
  const announce = useAnnounce();
  const sentence = useFailureSentence();
  const act = async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
    const { ok } = await ask(work, { again: true });
    await client.invalidateQueries({ queryKey: [learningKey, 'intervisie'] });
    if (ok && done !== undefined) announce(done);
    return ok;
  };
  return { busy, act, failure: failure && sentence(failure) };
};
