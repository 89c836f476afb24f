import type { Side } from './conflict.ts';

/** A text as it was when both began, as this person has it now, and as it is with the team. */
export type Versions<Text> = { base: Text; mine: Text; theirs: Text };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The parts that both changed, and differently; the rest needs no choice. */
export const partsInConflict = <Text extends object, Part extends keyof Text>(
  parts: readonly Part[],
  { base, mine, theirs }: Versions<Text>,
): Part[] =>
  parts.filter(
    (part) => !same(mine[part], base[part]) && !same(theirs[part], base[part]) && !same(mine[part], theirs[part]),
  );

/** The version that a part is taken from: who alone changed it, and what both changed as chosen (mine if not). */
export const versionOf = <Text extends object, Part extends keyof Text>(
  part: Part,
  { base, mine, theirs }: Versions<Text>,
  choices: Partial<Record<Part, Side>>,
): Text => (choices[part] === 'theirs' || same(mine[part], base[part]) ? theirs : mine);
