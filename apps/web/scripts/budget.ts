import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Fails when the JavaScript that must arrive before the signed-in page can be used is above the budget.
 * Counted: the entry, one language, and the heaviest page, each with everything they import statically; gzip at the default level.
 */
const LIMIT = 150_000;
const dist = new URL('../dist/', import.meta.url);

type Chunk = { readonly file: string; readonly imports?: readonly string[] };
// JSON.parse knows no types; vite documents this shape.
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>;

function withImports(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(name)) return seen;
  seen.add(name);
  for (const imported of chunk.imports ?? []) withImports(imported, seen);
  return seen;
}

const sizes = new Map<string, number>();
function gzipSize(name: string): number {
  const known = sizes.get(name);
  if (known !== undefined) return known;
  const file = manifest[name]?.file ?? '';
  const size = file.endsWith('.js') ? gzipSync(readFileSync(new URL(file, dist))).length : 0;
  sizes.set(name, size);
  return size;
}

const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + gzipSize(name), 0);
const heaviest = (names: readonly string[], base: Set<string>) =>
  names.toSorted((one, other) => sum(withImports(other, new Set(base))) - sum(withImports(one, new Set(base))))[0];

const html = readFileSync(new URL('index.html', dist), 'utf8');
const scripts = new Set([...html.matchAll(/<script type="module"[^>]* src="\/([^"]+)"/g)].map(([, file]) => file));
const entry = Object.keys(manifest).filter((name) => scripts.has(manifest[name]?.file));
if (entry.length === 0) throw new Error('The page starts no script of the manifest: was the web built?');

const needed = new Set<string>();
for (const name of entry) withImports(name, needed);
for (const part of [/^src\/i18n\/\w+\/bundle\.ts$/, /^src\/features\/[^/]+\/[^/]+-page\.tsx$/]) {
  const candidates = Object.keys(manifest).filter((name) => part.test(name));
  const chosen = heaviest(candidates, needed);
  if (chosen) withImports(chosen, needed);
}

const firstPaint = gzipSync(readFileSync(new URL('first-paint.js', dist))).length;
const total = sum(needed) + firstPaint;
for (const name of [...needed].toSorted((one, other) => gzipSize(other) - gzipSize(one))) {
  if (gzipSize(name) > 0) console.log(`${(gzipSize(name) / 1000).toFixed(1).padStart(7)} kB  ${name}`);
}
console.log(
  `${(total / 1000).toFixed(1).padStart(7)} kB  JavaScript before the signed-in page works (limit ${LIMIT / 1000} kB)`,
);
if (total > LIMIT) process.exitCode = 1;
