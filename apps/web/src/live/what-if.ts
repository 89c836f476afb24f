import { useSyncExternalStore } from 'react';
import type { ServerMessages } from '@roer/api/contract';
import type { TeamId } from '@roer/domain/ids';
import type { WhatIf } from '@roer/domain/workload/tried';

type Told = Parameters<ServerMessages['whatIf']>[0];
export type TriedBy = Told['tries'][number];
type Tried = { teamId: TeamId } & WhatIf;

const none: readonly TriedBy[] = [];
let known: ReadonlyMap<TeamId, readonly TriedBy[]> = new Map();
const listeners = new Set<() => void>();

const change = (next: typeof known): void => {
  known = next;
  for (const listener of listeners) listener();
};

/** What people try out on a team at this moment, oneself among them, the latest last; nothing while there is no connection. */
export const useTries = (teamId: TeamId): readonly TriedBy[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => known.get(teamId) ?? none,
  );

export const takeWhatIf = ({ teamId, tries }: Told): void => change(new Map([...known, [teamId, tries]]));

/** What is tried is not known without a connection, or of a team that is no longer one's own. */
export const forgetWhatIf = (teamId?: TeamId): void =>
  change(new Map(teamId === undefined ? [] : [...known].filter(([other]) => other !== teamId)));

let trying: Tried | null = null;
let tell: ((tried: Tried | null) => void) | null = null;

/** What this page tries out from now on; told only while the page is visible and there is a connection. */
export const tryOut = (tried: Tried | null): void => {
  if (tried === null && trying === null) return;
  trying = tried;
  tell?.(document.visibilityState === 'visible' ? tried : null);
};

/** Tells it again to who may have forgotten it: after a new connection, or when the page is visible again. */
export const tellWhatIf = (): void => {
  if (trying) tell?.(document.visibilityState === 'visible' ? trying : null);
};

/** How the server is told; null while it cannot be. */
export const tellWhatIfsBy = (way: typeof tell): void => {
  tell = way;
};
