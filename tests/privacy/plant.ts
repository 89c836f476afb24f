import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vitest/config';
import { mutants } from './mutants.ts';
import type { Patch } from './mutants.ts';

const root = path.join(import.meta.dirname, '../..');

/** The source with a patch in it. Throws when the place is not there exactly once: then the mutant no longer says what it means to. */
export const patched = (source: string, { file, find, replace }: Patch): string => {
  const places = source.split(find).length - 1;
  if (places !== 1)
    throw new Error(`A mutant wants to change ${file} at a place that is there ${places} times: ${find}`);
  return source.replace(find, () => replace);
};

export const mutantNamed = (name: string) => {
  const mutant = mutants.find((each) => each.name === name);
  if (!mutant) throw new Error(`There is no mutant called ${name}`);
  return mutant;
};

/** Every patch put into the file as it is now. */
export const tryPatches = (patches: readonly Patch[]): Map<string, string> => {
  const sources = new Map<string, string>();
  for (const patch of patches) {
    const source = sources.get(patch.file) ?? readFileSync(path.join(root, patch.file), 'utf8');
    sources.set(patch.file, patched(source, patch));
  }
  return sources;
};

/** Plants the mutant that PRIVACY_MUTANT names into the sources as they are loaded, so that these know nothing of it. */
export const planted = (): Plugin => {
  const name = process.env['PRIVACY_MUTANT'] ?? '';
  const sources = name === '' ? new Map<string, string>() : tryPatches(mutantNamed(name).patches);
  const sourceOf = (id: string): string | null => sources.get(path.relative(root, id.split('?')[0] ?? '')) ?? null;
  return {
    name: 'planted-mutant',
    enforce: 'pre',
    // What is planted is never kept for another run, and nothing kept is taken for it.
    configureVitest: ({ defineCacheKeyGenerator }) =>
      defineCacheKeyGenerator(({ id }) => (sourceOf(id) === null ? null : false)),
    transform: (_code, id) => sourceOf(id),
  };
};
