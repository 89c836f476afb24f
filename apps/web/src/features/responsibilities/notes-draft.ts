import type { NoteRow } from '@roer/domain/feed';
import { noteLimits } from '@roer/domain/responsibilities/notes';
import type { NoteText } from '@roer/domain/responsibilities/notes';
import { hostOf, typedAddress } from '@roer/domain/responsibilities/web-address';

/** What stands in the form of a note: maybe unfinished. `base` is what it was when the form opened; null for a new one. */
export type NoteDraft = { base: NoteRow | null; title: string; body: string; url: string };

export const startNote = (note: NoteRow | null): NoteDraft => ({
  base: note,
  title: note?.title ?? '',
  body: note?.body ?? '',
  url: note?.url ?? '',
});

export const noteFields = ['title', 'body', 'url'] as const;
export type NoteField = (typeof noteFields)[number];

/** Reads the draft: the text, or the fields that are not right yet. A link without a name is called by its host. */
export const readNote = (draft: NoteDraft): { text: NoteText } | { wrong: ReadonlySet<NoteField> } => {
  const wrong = new Set<NoteField>();
  const url = draft.url.trim() === '' ? null : typedAddress(draft.url);
  if (url === null && draft.url.trim() !== '') wrong.add('url');
  const title = draft.title.trim() || (url === null ? '' : hostOf(url).slice(0, noteLimits.title));
  if (title === '' ? !wrong.has('url') : title.length > noteLimits.title) wrong.add('title');
  const body = draft.body.trim();
  if (body.length > noteLimits.body) wrong.add('body');
  return wrong.size > 0 ? { wrong } : { text: { title, body, url } };
};
