import { fileURLToPath } from 'node:url';

type Chunking = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null };

/** What must be there before the signed-in page can be used: the entry and the heaviest of the first pages. */
const beginnings = ['main.tsx', 'features/responsibilities/board-page.tsx'].map((path) =>
  fileURLToPath(new URL(`../src/${path}`, import.meta.url)),
);

/**
 * Names one chunk for everything that the first page needs: sixty small ones weigh kilobytes more, because each is packed
 * by itself. What is imported when it is wanted stays apart. The entry waits for the sentences while its module runs, so
 * these must not import anything of it.
 */
export const firstChunk = (): ((id: string, chunking: Chunking) => string | null) => {
  const needed = new Set<string>();
  const add = (id: string, chunking: Chunking): void => {
    if (needed.has(id)) return;
    needed.add(id);
    for (const imported of chunking.getModuleInfo(id)?.importedIds ?? []) add(imported, chunking);
  };
  return (id, chunking) => {
    if (needed.size === 0) for (const beginning of beginnings) add(beginning, chunking);
    return needed.has(id) ? 'first' : null;
  };
};
