import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { layerOf, refusalOf } from './import-table.ts';
import { readModule } from './module-reader.ts';
import type { ReadImport, ReadModule } from './module-reader.ts';

/** A source file by its path from the root of the project, with forward slashes. */
export type SourceFile = { path: string; text: string };

const skipped = new Set(['node_modules', 'dist', 'generated', '.turbo', '.data']);

/** All TypeScript of apps/ and packages/ below `root`, without what is built or installed. */
export const readSources = (root: string): SourceFile[] => {
  const walk = (folder: string): SourceFile[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(file);
      return /\.[cm]?tsx?$/.test(entry.name) ? [{ path: file, text: readFileSync(path.join(root, file), 'utf8') }] : [];
    });
  return ['apps', 'packages'].flatMap(walk);
};

/** Where an import leads: a path inside the project, or the name of a package. */
const targetOf = (from: string, specifier: string): string => {
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  const own = /^@roer\/(api|web|domain|db|tests)(?:\/(.*))?$/.exec(specifier);
  if (!own) return specifier;
  const [, name = '', rest = ''] = own;
  if (name === 'tests') return `tests/${rest}`;
  const folder = name === 'api' || name === 'web' ? 'apps' : 'packages';
  return `${folder}/${name}/src/${rest}${path.posix.extname(rest) ? '' : '.ts'}`;
};

/**
 * What breaks the import table of docs/architecture.md, one sentence each; empty when all is well. Also finds cycles
 * between slices, and clocks and randomness where they have to come from outside.
 */
export const findViolations = (files: readonly SourceFile[]): string[] => {
  const modules = files.map((file) => ({ file, module: readModule(file) }));
  return [
    ...modules.flatMap(({ file, module }) => [
      ...module.imports.flatMap((each) => violation(file.path, each)),
      ...impurities(file.path, module),
    ]),
    ...cycles(modules.flatMap(({ file, module }) => module.imports.map((each) => sliceEdge(file.path, each)))),
  ];
};

/** The files that come with some files: what they import, other than as a type or when it is wanted. Paths as in `files`. */
export const arrivingWith = (files: readonly SourceFile[], beginnings: readonly string[]): Set<string> => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const arriving = new Set<string>();
  const add = (file: string): void => {
    const source = byPath.get(file);
    if (!source || arriving.has(file)) return;
    arriving.add(file);
    for (const { specifier, isType, isLater } of readModule(source).imports)
      if (specifier !== null && !isType && !isLater) add(targetOf(file, specifier));
  };
  for (const beginning of beginnings) add(beginning);
  return arriving;
};

const violation = (from: string, each: ReadImport): string[] => {
  if (each.specifier === null) return [`${from}: an import whose target is computed`];
  const why = refusalOf({ from, to: targetOf(from, each.specifier), isType: each.isType });
  return why === null ? [] : [`${from} → ${each.specifier}: ${why}`];
};

const impurities = (file: string, module: ReadModule): string[] => {
  const pure = file.startsWith('packages/domain/') || file.startsWith('apps/api/src/features/');
  return pure ? module.impurities.map((what) => `${file}: ${what}, but time and randomness come from outside`) : [];
};

type Edge = { from: string; to: string } | null;
const sliceEdge = (file: string, { specifier }: ReadImport): Edge => {
  if (specifier === null) return null;
  const [from, to] = [layerOf(file).slice, layerOf(targetOf(file, specifier)).slice];
  return from !== null && to !== null && from !== to ? { from, to } : null;
};

/** Every slice that reaches itself through others. */
const cycles = (edges: readonly Edge[]): string[] => {
  const next = new Map<string, Set<string>>();
  for (const edge of edges) if (edge) next.set(edge.from, (next.get(edge.from) ?? new Set()).add(edge.to));
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const to of next.get(at) ?? [])
        if (!seen.has(to)) {
          seen.add(to);
          open.push(to);
        }
    return seen;
  };
  return [...next.keys()]
    .filter((slice) => reached(slice).has(slice))
    .map((slice) => `${slice} is in a cycle of slices`);
};
