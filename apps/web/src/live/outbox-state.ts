import { useSyncExternalStore } from 'react';
import { emptyQueue } from '@roer/domain/offline-queue';
import type { OfflineQueue } from '@roer/domain/offline-queue';

let queue: OfflineQueue = emptyQueue;
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
