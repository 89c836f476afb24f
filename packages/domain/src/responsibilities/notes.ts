import { DomainError } from '../errors.ts';
import type { NoteRow, RowChange, TeamSnapshot } from '../feed.ts';
import { sameRow } from '../same-row.ts';
import type { NoteId, ResponsibilityId } from '../ids.ts';
import { newIn, openResponsibilityIn, responsibilityIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';

/** How much fits, in characters; and how many notes and links a responsibility has at most. */
export const noteLimits = { title: 120, body: 4000, url: 2000, perResponsibility: 100 } as const;

/** What people write: a note, a link (`url`, as `webAddress` gives it), or both in one. */
export type NoteText = { title: string; body: string; url: string | null };

/** The notes and links of one responsibility, in the order in which they were made. */
export const notesOf = (facts: Pick<TeamSnapshot, 'note'>, responsibilityId: ResponsibilityId): NoteRow[] =>
  Object.values(facts.note)
    .filter((note) => note.responsibilityId === responsibilityId)
    .toSorted((one, other) => one.id.localeCompare(other.id));

const noteIn = (facts: TeamFacts, { noteId, responsibilityId }: WhichNote): NoteRow => {
  const note = facts.note[noteId];
  if (note?.responsibilityId !== responsibilityId) throw new DomainError('notFound');
  return note;
};

export type WhichNote = { noteId: NoteId; responsibilityId: ResponsibilityId };

/**
 * Anyone of the team writes a note or link at an open responsibility (rule N1), or changes one on condition of the version
 * that was read (rule N2; `version` 0 makes a new one). The same text changes nothing. Throws `changedMeanwhile`, `badInput`
 * for one too many (rule N3) or an id that is in use, `responsibilityClosed`, `notFound` also when it was removed.
 */
export const decideWriteNote = (
  facts: TeamFacts,
  { noteId, responsibilityId, version, title, body, url }: WhichNote & NoteText & { version: number },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  openResponsibilityIn(facts, responsibilityId);
  const text: NoteText = { title, body, url };
  if (version === 0) {
    newIn(facts, 'note', [noteId]);
    if (notesOf(facts, responsibilityId).length >= noteLimits.perResponsibility) throw new DomainError('badInput');
    const after = { ...text, id: noteId, responsibilityId, personId: actorId, writtenOn: today, version: 1 };
    return [{ entity: 'note', before: null, after }];
  }
  const before = noteIn(facts, { noteId, responsibilityId });
  if (before.version !== version) throw new DomainError('changedMeanwhile');
  if (sameRow(before, { ...before, ...text })) return [];
  const after = { ...before, ...text, personId: actorId, writtenOn: today, version: version + 1 };
  return [{ entity: 'note', before, after }];
};

/**
 * Anyone of the team removes a note as they read it (rule N4), of a closed responsibility too. What is not there any more
 * changes nothing. Throws `changedMeanwhile`, `notFound`.
 */
export const decideRemoveNote = (
  facts: TeamFacts,
  { noteId, responsibilityId, version }: WhichNote & { version: number },
): RowChange[] => {
  responsibilityIn(facts, responsibilityId);
  if (!facts.note[noteId]) return [];
  const before = noteIn(facts, { noteId, responsibilityId });
  if (before.version !== version) throw new DomainError('changedMeanwhile');
  return [{ entity: 'note', before, after: null }];
};
