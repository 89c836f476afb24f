import { useEffect, useState } from 'react';
import { forgetDraft, keepDraft, knownDraft, recallDraft } from '../../live/kept-drafts.ts';

/**
 * A form's fields, kept under `key` until they were saved or put aside on purpose (`forget`): what was typed in a form that
 * closed by a slip (Escape, the cross), or in a page that was loaded again, is there when the form opens again.
 */
export const useDraft = <Draft>(key: string, start: () => Draft) => {
  // Only this hook writes under a key, and a key belongs to one form.
  const [draft, setDraft] = useState<Draft>(() => (knownDraft(key) as Draft | undefined) ?? start());
  const [isRestored, setRestored] = useState(() => knownDraft(key) !== undefined);
  const [isTouched, setTouched] = useState(isRestored);
  useEffect(() => {
    if (isTouched) return undefined;
    const wait = { isOver: false };
    const recall = async (): Promise<void> => {
      const kept = await recallDraft(key);
      if (wait.isOver || kept === undefined) return;
      setDraft(kept as Draft);
      setRestored(true);
    };
    void recall();
    return () => {
      wait.isOver = true;
    };
  }, [key, isTouched]);
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    keepDraft(key, next);
    setTouched(true);
    setDraft(next);
  };
  const forget = (): void => {
    forgetDraft(key);
    setTouched(true);
    setRestored(false);
  };
  return { draft, change, forget, isRestored };
};
