/** One replacement that makes `before` of `after`: so many characters from `at` on go, and `added` comes there. */
export type TypedChange = { at: number; removed: number; added: string };

const isHigh = (text: string, index: number): boolean => /[\uD800-\uDBFF]/.test(text.charAt(index));
const isLow = (text: string, index: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(index));

/**
 * What somebody did between two values of a field, by what both have in common at the start and at the end. A character of two units, such as
 * an emoji, is never cut in half.
 */
export const typedChange = (before: string, after: string): TypedChange => {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  if (start > 0 && isHigh(before, start - 1)) start -= 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (end > 0 && isLow(before, before.length - end)) end -= 1;
  return { at: start, removed: before.length - start - end, added: after.slice(start, after.length - end) };
};
