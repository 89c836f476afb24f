import { useEffect, useState, useSyncExternalStore } from 'react';
import type { GoalId } from '@roer/domain/ids';
import type { GoalTextPart } from '@roer/domain/learning/goal';
import { api, failureOf } from '../../live/api.ts';
import { forgetDraft, keepDraft, recallDraft } from '../../live/kept-drafts.ts';
import { fromBase64, openSharedText, toBase64 } from './shared-text.ts';
import type { Sending, SharedText, Texts } from './shared-text.ts';
import { typedKey } from './typed-drafts.ts';

/**
 * A part of a goal to write in; null until it is open. `document` is what the server gave last, in base64: it is merged whenever it changes.
 * Without it (null) it opens with what stands on this device, when something does.
 */
export const useSharedText = (
  goalId: GoalId,
  { part, document }: { part: GoalTextPart; document: string | null },
): SharedText | null => {
  const [text, setText] = useState<SharedText | null>(null);
  const [isKept, setKept] = useState(false);
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
      setKept(kept instanceof Uint8Array);
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
  useEffect(() => {
    if (document !== null) text?.merge(fromBase64(document));
  }, [text, document]);
  return document === null && !isKept ? null : text;
};

const never = (): (() => void) => () => undefined;
const noTexts: Texts = {};
const nothingSent: Sending = { state: 'sent' };

/** What stands in a part, and how that is under way; nothing while it is not open. */
export const useTexts = (text: SharedText | null): Texts =>
  useSyncExternalStore(text?.listen ?? never, text?.texts ?? (() => noTexts));
export const useSending = (text: SharedText | null): Sending =>
  useSyncExternalStore(text?.listen ?? never, text?.sending ?? (() => nothingSent));
