/**
 * Whether every text in a parsed JSON value can be kept by PostgreSQL: it has no zero byte and no half of a surrogate
 * pair, neither of which people can type. Without recursion, because JSON may be nested deeper than the stack.
 */
export const isStorable = (value: unknown): boolean => {
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && (!next.isWellFormed() || next.includes('\0'))) return false;
    if (typeof next === 'object' && next !== null) for (const item of Object.values(next)) waiting.push(item);
  }
  return true;
};
