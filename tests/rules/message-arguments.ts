/**
 * The values that an ICU sentence asks for, as "name: kind" lines in alphabetical order, tags as "<tag>".
 * Throws when braces or tags are not in balance. Quoting with apostrophes is not used in our sentences, so it is not known here.
 */
export function messageArguments(sentence: string): string[] {
  const found = new Set<string>();
  collect(sentence, found);
  const open: string[] = [];
  for (const [, closing, tag] of sentence.matchAll(/<(\/?)(\w+)>/g)) {
    if (tag === undefined) continue;
    found.add(`<${tag}>`);
    if (closing === '') open.push(tag);
    else if (open.pop() !== tag) throw new Error(`</${tag}> closes nothing`);
  }
  if (open.length > 0) throw new Error(`<${open[0]}> stays open`);
  return [...found].toSorted();
}

function collect(text: string, found: Set<string>): void {
  for (const inside of bracedParts(text)) {
    const [, name, kind, branches] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,([\s\S]*))?)?$/.exec(inside) ?? [];
    if (name === undefined) throw new Error(`not an argument: {${inside}}`);
    found.add(`${name}: ${kind ?? 'text'}`);
    const hasBranches = kind === 'plural' || kind === 'select' || kind === 'selectordinal';
    if (!hasBranches) continue;
    if (!/\bother\s*\{/.test(branches ?? '')) throw new Error(`{${name}} has no branch for other`);
    for (const branch of bracedParts(branches ?? '')) collect(branch, found);
  }
}

function bracedParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '{' && depth++ === 0) from = index + 1;
    if (character === '}' && --depth === 0) parts.push([...text].slice(from, index).join(''));
    if (depth < 0) throw new Error('a } too many');
  }
  if (depth > 0) throw new Error('a } too few');
  return parts;
}
