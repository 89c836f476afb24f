import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { usePresent } from '../../live/presence.ts';
import { useMe } from '../identity/me.ts';

/** Colleagues who look at this team's pages now. Never oneself. */
export const useOthers = (teamId: TeamId): PersonId[] => {
  const me = useMe().data?.person.id;
  const present = usePresent();
  return (present.get(teamId) ?? []).flatMap(({ personId }) => (personId === me ? [] : [personId]));
};

/** Those who look at one responsibility, of whichever team it is. */
export const useOthersAt = (responsibilityId: ResponsibilityId): PersonId[] => {
  const me = useMe().data?.person.id;
  const present = usePresent();
  return [...present.values()]
    .flat()
    .flatMap((person) =>
      person.responsibilityId === responsibilityId && person.personId !== me ? [person.personId] : [],
    );
};
