import { useSyncExternalStore } from 'react';

/**
 * How the live channel is. `opening` at the first try, `live` while changes come in by themselves, `lost` since a moment
 * (epoch milliseconds) after which what is shown may be old.
 */
export type Connection = { state: 'opening' } | { state: 'live' } | { state: 'lost'; since: number };

let connection: Connection = { state: 'opening' };
const listeners = new Set<() => void>();

/** Told by whoever has to keep or send something when it comes or goes. */
export const connectionNow = (): Connection => connection;

export const setConnection = (next: Connection): void => {
  // The moment it was lost stays the moment it was first lost.
  if (next.state === connection.state) return;
  connection = next;
  for (const listener of listeners) listener();
};

export const useConnection = (): Connection =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
