import { useSyncExternalStore } from 'react';
import type { ServerMessages } from '@roer/api/contract';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';

type Told = Parameters<ServerMessages['presence']>[0];
export type PresentPerson = Told['people'][number];
export type Look = { teamId: TeamId; responsibilityId: ResponsibilityId | null };

let present: ReadonlyMap<TeamId, readonly PresentPerson[]> = new Map();
const listeners = new Set<() => void>();

const change = (next: typeof present): void => {
  present = next;
  for (const listener of listeners) listener();
};

/** Who looks at which team's pages at this moment, oneself among them; nobody while there is no connection. */
export const usePresent = (): ReadonlyMap<TeamId, readonly PresentPerson[]> =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => present,
  );

export const takePresence = ({ teamId, people }: Told): void => change(new Map([...present, [teamId, people]]));

/** Who is there is not known without a connection, or of a team that is no longer one's own. */
export const forgetPresence = (teamId?: TeamId): void =>
  change(new Map(teamId === undefined ? [] : [...present].filter(([other]) => other !== teamId)));

let looking: Look | null = null;
let tell: ((look: Look | null) => void) | null = null;

/** What this page shows from now on; told only while the page is visible and there is a connection. */
export const lookAt = (look: Look | null): void => {
  looking = look;
  tellLook();
};

export const tellLook = (): void => tell?.(document.visibilityState === 'visible' ? looking : null);

/** How the server is told; null while it cannot be. */
export const tellLooksBy = (way: typeof tell): void => {
  tell = way;
};
