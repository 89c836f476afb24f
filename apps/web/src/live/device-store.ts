import { createStore, delMany, get, keys, set, update } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';

/**
 * What this device keeps between two loads of the page: values by name, over all windows. Where a browser keeps nothing
 * (a private window, a full disk) they last as long as the page, and `keepsNothing` says so.
 */
export type DeviceStore = {
  read: (name: string) => Promise<unknown>;
  write: (name: string, value: unknown) => Promise<void>;
  /** Changes a value as one step, also when another window changes it at the same moment; gives the new one. */
  change: <Value>(name: string, work: (value: unknown) => Value) => Promise<Value>;
  /** Removes every value whose name this says yes to. */
  remove: (isGone: (name: string) => boolean) => Promise<void>;
  keepsNothing: () => boolean;
};

export const openDeviceStore = (): DeviceStore => {
  // The last known values, for when the browser stops keeping them halfway.
  const memory = new Map<string, unknown>();
  let refused = false;
  let opened: UseStore | undefined;
  const store = (): UseStore => (opened ??= createStore('roer', 'device'));

  const attempt = async (onDisk: () => Promise<void>, instead: () => void): Promise<void> => {
    if (refused) return instead();
    try {
      return await onDisk();
    } catch {
      // Why makes no difference: from here on the page remembers.
      refused = true;
      return instead();
    }
  };

  return {
    read: async (name) => {
      const fromDisk = async (): Promise<void> => void memory.set(name, await get(name, store()));
      await attempt(fromDisk, () => undefined);
      return memory.get(name);
    },
    write: (name, value) => {
      memory.set(name, value);
      return attempt(
        () => set(name, value, store()),
        () => undefined,
      );
    },
    change: async <Value>(name: string, work: (value: unknown) => Value): Promise<Value> => {
      const made: Value[] = [];
      const next = (value: unknown): Value => (made[0] = work(value));
      await attempt(
        () => update(name, next, store()),
        () => void next(memory.get(name)),
      );
      // One of the two ran.
      const value = made[0] as Value;
      memory.set(name, value);
      return value;
    },
    remove: (isGone) => {
      for (const name of [...memory.keys()].filter(isGone)) memory.delete(name);
      return attempt(
        async () => {
          const names = await keys<string>(store());
          await delMany(names.filter(isGone), store());
        },
        () => undefined,
      );
    },
    keepsNothing: () => refused,
  };
};
