import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModule } from './module-reader.ts';

const root = path.join(import.meta.dirname, '../..');

/** Rules are listed as `- **R2.1** …`. */
const documentedIn = (text: string): string[] =>
  [...text.matchAll(/^- \*\*([A-Z]+\d+(?:\.\d+)?)\*\* /gm)].flatMap(([, id]) => id ?? []);

/** What looks like a rule in a title: the letters of a known rule, and a number. */
const namedIn = (titles: readonly string[], letters: ReadonlySet<string>): string[] =>
  titles
    .flatMap((title) => title.match(/(?<![\w.-])[A-Z]+\d+(?:\.\d+)?(?![\w-]|\.\d)/g) ?? [])
    .filter((id) => letters.has(lettersOf(id)));
const lettersOf = (id: string): string => id.replace(/[\d.]+$/, '');

type Judged = { doubled: string[]; unproven: string[]; unknown: string[] };
const judge = (documented: readonly string[], titles: readonly string[]): Judged => {
  const named = new Set(namedIn(titles, new Set(documented.map(lettersOf))));
  return {
    doubled: documented.filter((id, index) => documented.indexOf(id) !== index),
    unproven: documented.filter((id) => !named.has(id)),
    unknown: [...named].filter((id) => !documented.includes(id)).toSorted(),
  };
};

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(file, ending);
    return ending.test(entry.name) ? [file] : [];
  });
const read = (file: string): string => readFileSync(file, 'utf8');

describe('every rule has an id, and every id a proof', () => {
  it('in docs/rules and the titles of tests', () => {
    const documented = filesIn(path.join(root, 'docs/rules'), /\.md$/).flatMap((file) => documentedIn(read(file)));
    const titles = filesIn(path.join(root, 'tests'), /\.test\.tsx?$/).flatMap(
      (file) => readModule({ path: file, text: read(file) }).titles,
    );
    expect(documented.length).toBeGreaterThan(40);
    expect(judge(documented, titles)).toEqual({ doubled: [], unproven: [], unknown: [] });
  });

  it('finds a rule without a proof, a proof without a rule, and an id that is used twice', () => {
    const documented = documentedIn(
      '# Rules\n\n- **R1.1** One.\n- **R1.2** Two, see **R9**.\n- **C3** Three.\n- **C3** Four.\n',
    );
    expect(documented).toEqual(['R1.1', 'R1.2', 'C3', 'C3']);
    const { titles } = readModule({
      path: 'a.test.ts',
      text: "it('R1.1 R1.4 is so', () => {}); test.each([1])(`C3 %s in UTF-8, A4 and R2-D2`, () => {}); describe('C30', () => {});",
    });
    expect(judge(documented, titles)).toEqual({ doubled: ['C3'], unproven: ['R1.2'], unknown: ['C30', 'R1.4'] });
  });
});
