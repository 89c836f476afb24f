import type { Delivery } from '@roer/domain/feed';

type Listener = (delivery: Delivery) => void;
const listeners = new Set<Listener>();

/** Tells about every change of a team just after it was applied, also one's own. Gives the way to stop. */
export const onDelivery = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const announceDelivery: Listener = (delivery) => {
  for (const listener of listeners) listener(delivery);
};
