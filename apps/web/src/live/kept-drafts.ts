import { keepHere, recallHere, removeHere } from './device.ts';
import { home } from './home.ts';

export const draftPrefix = 'draft.';
// What this page typed itself, at once; the device is for after a reload.
const known = new Map<string, unknown>();

/** What was typed in a form of this page; undefined when nothing was. */
export const knownDraft = (key: string): unknown => known.get(key);

/** What was typed before the page was loaded again. */
export const recallDraft = async (key: string): Promise<unknown> => {
  if (known.has(key)) return known.get(key);
  // Right after a reload it is not known yet whose device this is.
  await home();
  return known.get(key) ?? recallHere(draftPrefix + key);
};

export const keepDraft = (key: string, draft: unknown): void => {
  known.set(key, draft);
  void keepHere(draftPrefix + key, draft);
};

export const forgetDraft = (key: string): void => {
  known.delete(key);
  void removeHere((name) => name === draftPrefix + key);
};

/** Nobody is here any more. */
export const forgetDrafts = (): void => known.clear();
