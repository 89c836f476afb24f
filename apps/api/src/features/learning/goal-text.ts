import * as Y from 'yjs';
import { DomainError } from '@roer/domain/errors';
import { checkGoalTexts, goalTexts } from '@roer/domain/learning/goal';
import type { GoalField, GoalTextPart } from '@roer/domain/learning/goal';

/** Bytes of a shared text at most: room for every field many times over, and for the marks of what was deleted. */
const mostBytes = 400_000;

const open = (state: Uint8Array): Y.Doc => {
  // With gc what was deleted leaves nothing but its length.
  const document = new Y.Doc({ gc: true });
  Y.applyUpdate(document, state);
  return document;
};

const textsIn = (document: Y.Doc, part: GoalTextPart): Partial<Record<GoalField, string>> =>
  Object.fromEntries(goalTexts[part].map((field) => [field, document.getText(field).toString()]));

/** Throws `badInput` for anything but plain text in the fields of this part. */
const checkPlain = (document: Y.Doc, part: GoalTextPart): void => {
  const fields: readonly string[] = goalTexts[part];
  if ([...document.share.keys()].some((name) => !fields.includes(name))) throw new DomainError('badInput');
  for (const field of fields) {
    const pieces: { insert: unknown; attributes?: object }[] = document.getText(field).toDelta();
    if (pieces.some(({ insert, attributes }) => typeof insert !== 'string' || attributes !== undefined))
      throw new DomainError('badInput', { field });
  }
};

/** The shared text of a new goal. */
export const newText = (part: GoalTextPart, texts: Partial<Record<GoalField, string>> = {}): Uint8Array => {
  const document = new Y.Doc({ gc: true });
  for (const field of goalTexts[part]) document.getText(field).insert(0, texts[field] ?? '');
  return Y.encodeStateAsUpdate(document);
};

/**
 * A shared text with a change merged into it; the same change again changes nothing. Throws `badInput` for what is no change of it,
 * builds on what is not known here, or makes a field too long.
 */
export const mergeText = (
  state: Uint8Array,
  { update, part }: { update: Uint8Array; part: GoalTextPart },
): Uint8Array => {
  const document = open(state);
  try {
    Y.applyUpdate(document, update);
  } catch {
    throw new DomainError('badInput');
  }
  if (document.store.pendingStructs !== null || document.store.pendingDs !== null) throw new DomainError('badInput');
  checkPlain(document, part);
  checkGoalTexts(textsIn(document, part));
  const merged = Y.encodeStateAsUpdate(document);
  if (merged.length > mostBytes) throw new DomainError('badInput');
  return merged;
};

/** What stands in the fields of a part. */
export const readTexts = (state: Uint8Array, part: GoalTextPart): Partial<Record<GoalField, string>> =>
  textsIn(open(state), part);
