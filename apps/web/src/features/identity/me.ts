import { queryOptions, useQuery } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Actor } from '@roer/domain/access/may';
import { api } from '../../live/api.ts';
import { askWhoIsHere } from '../../live/remembered.ts';

export type Me = NonNullable<Awaited<ReturnType<typeof api.identity.me.query>>>;

/** Who is signed in; null for a stranger. Asked again when the page comes to the front: another tab may have signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ client }): Promise<Me | null> =>
    askWhoIsHere<Me>(client, {
      ask: () => api.identity.me.query(),
      ownerOf: ({ organisation, person }) => ({ organisationId: organisation.id, personId: person.id }),
      teamsOf: ({ memberships }) => memberships.map(({ teamId }) => teamId),
    }),
  refetchOnWindowFocus: 'always',
  // What this device remembers is an answer too.
  networkMode: 'always',
  retry: 1,
});

export const useMe = () => useQuery(meQuery);

export const actorOf = ({ person, organisation, memberships, appointments }: Me): Actor => ({
  organisationId: organisation.id,
  personId: person.id,
  name: person.name,
  memberships,
  appointments,
});

/** Forgets everything of whoever was signed in, and asks who is signed in now. */
export const startAfresh = async (client: QueryClient): Promise<void> => {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  // On the pages before the door nothing watches it, and an old answer would send the newcomer back.
  await client.invalidateQueries({ queryKey: meQuery.queryKey, refetchType: 'all' });
};
