import { useState } from 'react';
import type { Actor } from '@roer/domain/access/may';

/** The name of a team that this person was in since the page was loaded and is no longer in; undefined for any other. */
export const useLeftTeams = ({ memberships }: Actor): ((teamId: string) => string | undefined) => {
  const [seen, setSeen] = useState(memberships);
  const fresh = memberships.filter(({ teamId }) => !seen.some((known) => known.teamId === teamId));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  return (id) =>
    memberships.some(({ teamId }) => teamId === id) ? undefined : seen.find(({ teamId }) => teamId === id)?.teamName;
};
