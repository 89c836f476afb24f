import { useEffect, useState, useSyncExternalStore } from 'react';
import type { GoalId } from '@roer/domain/ids';
import type { GoalTextPart } from '@roer/domain/learning/goal';
import { api, failureOf } from '../../live/api.ts';
import { forgetDraft, keepDraft, recallDraft } from '../../live/kept-drafts.ts';
import { fromBase64, openSharedText, toBase64 } from './shared-text.ts';
import type { SharedText } from './shared-text.ts';
import { typedKey } from './typed-drafts.ts';

/**
 * A part of a goal to write in; null until it is open. `document` is what the server gave last, in base64: it is merged whenever it changes.
 */
export const useSharedText = (
  goalId: GoalId,
  { part, document }: { part: GoalTextPart; document: string },
): SharedText | null => {
  const [text, setText] = useState<SharedText | null>(null);
  useEffect(() => {
    const key = typedKey(goalId, part);
    const opened = openSharedText(part, {
      send: (update) =>
        api.learning.typeGoal.mutate({ goalId, part, update: toBase64(update) }).then(() => null, failureOf),
      keep: (kept) => keepDraft(key, kept),
      forget: () => forgetDraft(key),
      later: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    const wait = { isOver: false };
    const recall = async (): Promise<void> => {
      const kept = await recallDraft(key);
      if (wait.isOver) return;
      if (kept instanceof Uint8Array) opened.restore(kept);
      setText(opened);
    };
    void recall();
    const hurry = (): void => opened.hurry();
    addEventListener('online', hurry);
    addEventListener('pagehide', hurry);
    return () => {
      wait.isOver = true;
      removeEventListener('online', hurry);
      removeEventListener('pagehide', hurry);
      opened.end();
      setText(null);
    };
  }, [goalId, part]);
  useEffect(() => text?.merge(fromBase64(document)), [text, document]);
  return text;
};

export const useTexts = (text: SharedText) => useSyncExternalStore(text.listen, text.texts);
export const useSending = (text: SharedText) => useSyncExternalStore(text.listen, text.sending);
