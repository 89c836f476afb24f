/** Whether two rows hold the same values, whatever the order of their keys (a database may reorder them). */
export const sameRow = (one: object | null, other: object | null): boolean => isSame(one, other);

/** Also inside: the schedules of a duty are objects of their own. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const entries = Object.entries(one);
  const others = new Map<string, unknown>(Object.entries(other));
  return (
    Array.isArray(one) === Array.isArray(other) &&
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  );
};
