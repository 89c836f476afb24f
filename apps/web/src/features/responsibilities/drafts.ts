import { useState } from 'react';

// What was typed in a form that closed by a slip (Escape, the cross): it is there again when the form opens again.
const kept = new Map<string, unknown>();

/** A form's fields, kept under `key` until they were saved or put aside on purpose (`forget`). */
export const useDraft = <Draft>(key: string, start: () => Draft) => {
  // Only this hook writes under a key, and a key belongs to one form.
  const [draft, setDraft] = useState<Draft>(() => (kept.get(key) as Draft | undefined) ?? start());
  const [isRestored, setRestored] = useState(() => kept.has(key));
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    kept.set(key, next);
    setDraft(next);
  };
  const forget = (): void => {
    kept.delete(key);
    setRestored(false);
  };
  return { draft, change, forget, isRestored };
};
