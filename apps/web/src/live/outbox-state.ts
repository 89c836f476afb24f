import { useSyncExternalStore } from 'react';
import type { OfflineQueue } from '@roer/domain/offline-queue';

// How a queue changes comes with the outbox, after the first paint.
let queue: OfflineQueue = { waiting: [], refused: [] };
const listeners = new Set<() => void>();

/** What one person did here that the server has not answered, and what it refused afterwards. */
export const useOutbox = (): OfflineQueue =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => queue,
  );

export const outboxNow = (): OfflineQueue => queue;

export const showOutbox = (next: OfflineQueue): void => {
  queue = next;
  for (const listener of listeners) listener();
};

let keepsNothing = false;

/** Whether this browser keeps nothing: what waits is gone when the page closes. */
export const outboxForgets = (): boolean => keepsNothing;

export const tellForgets = (forgets: boolean): void => {
  keepsNothing = forgets;
};
