import { now } from './clock.ts';
import { openDeviceStore } from './device-store.ts';

/**
 * What one person's device keeps of Roer: only what their teams may see, and what they did themselves. Everything stands
 * under the person's own name; whatever is of somebody else is removed as soon as it is known who is here.
 */
const store = openDeviceStore();

/** Raise it when what is kept takes another shape: what is older is not read. */
const format = 1;
const who = `who.${format}`;

export type Owner = { organisationId: string; personId: string };
/** Who was here last, and when they last had a connection (epoch milliseconds). */
export type Kept<Me> = { me: Me; owner: Owner; at: number };

let mine: string | null = null;
const prefixOf = ({ organisationId, personId }: Owner): string => `${format}.${organisationId}.${personId}/`;

/** From now on what is kept is this person's; of anybody else nothing stays. */
export const ownDevice = async (owner: Owner): Promise<void> => {
  const prefix = prefixOf(owner);
  if (mine === prefix) return;
  mine = prefix;
  await store.remove((name) => name !== who && !name.startsWith(prefix));
};

/** Nothing when somebody signed out meanwhile, or somebody else came. */
export const keepWho = async (kept: { me: object; owner: Owner }): Promise<void> => {
  if (mine === prefixOf(kept.owner)) await store.write(who, { ...kept, at: now() });
};

/** Who was here last; undefined when nobody was, or somebody signed out. */
export const keptWho = async <Me>(): Promise<Kept<Me> | undefined> =>
  // Written by `keepWho` of this format alone.
  (await store.read(who)) as Kept<Me> | undefined;

/** Tells that there is a connection at this moment. */
export const keepLiveMoment = (): void => {
  const at = now();
  void store.change(who, (kept) => (typeof kept === 'object' && kept !== null ? { ...kept, at } : kept));
};

/** Nobody is here any more: nothing stays. */
export const emptyDevice = async (): Promise<void> => {
  mine = null;
  await store.remove(() => true);
};

export const deviceKeepsNothing = (): boolean => store.keepsNothing();

const nameOf = (name: string): string | null => (mine === null ? null : mine + name);

export const recallHere = async (name: string): Promise<unknown> => {
  const full = nameOf(name);
  return full === null ? undefined : store.read(full);
};

export const keepHere = async (name: string, value: unknown): Promise<void> => {
  const full = nameOf(name);
  if (full !== null) await store.write(full, value);
};

export const removeHere = async (isGone: (name: string) => boolean): Promise<void> => {
  const prefix = mine;
  if (prefix !== null) await store.remove((name) => name.startsWith(prefix) && isGone(name.slice(prefix.length)));
};

/** Changes a value of one person as one step over all windows, also while somebody else came here meanwhile. */
export const changeOf = <Value>(owner: Owner, name: string, work: (value: unknown) => Value): Promise<Value> =>
  store.change(prefixOf(owner) + name, work);
