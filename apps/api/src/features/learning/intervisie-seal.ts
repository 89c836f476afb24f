import { z } from 'zod';
import type { Id, IntervisieId } from '@roer/domain/ids';
import { phases } from '@roer/domain/learning/intervisie-clock';
import type { PersonKey } from '../../platform/person-keys.ts';
import type { KeptLine } from './intervisie-views.ts';

// What is written in a room, and what is kept of it, is sealed with the key of whoever brought the case. Bound to its place: moved, it does not open.

const placeOfLine = (roomId: IntervisieId, id: Id<'line'>): string => `intervisie ${roomId} line ${id}`;
const placeOfKept = (id: IntervisieId): string => `intervisie ${id} kept`;

const tryOpen = (key: PersonKey, sealed: Buffer, about: string): string | null => {
  try {
    return key.open(sealed, about).toString('utf8');
  } catch {
    // The key that sealed it was destroyed, and the person has another one since.
    return null;
  }
};

export const sealLine = (key: PersonKey, line: { roomId: IntervisieId; id: Id<'line'>; text: string }): Buffer =>
  key.seal(line.text, placeOfLine(line.roomId, line.id));

/** The text of a line; null when it no longer opens. */
export const openLine = (
  key: PersonKey,
  line: { roomId: IntervisieId; id: Id<'line'>; sealed: Buffer },
): string | null => tryOpen(key, line.sealed, placeOfLine(line.roomId, line.id));

const keptLines = z.array(z.object({ phase: z.enum(phases), writer: z.string(), text: z.string() }));

export const sealKept = (key: PersonKey, kept: { id: IntervisieId; lines: readonly KeptLine[] }): Buffer =>
  key.seal(JSON.stringify(kept.lines), placeOfKept(kept.id));

/** What was kept; null when it no longer opens. */
export const openKept = (key: PersonKey, kept: { id: IntervisieId; sealed: Buffer }): KeptLine[] | null => {
  const text = tryOpen(key, kept.sealed, placeOfKept(kept.id));
  return text === null ? null : keptLines.parse(JSON.parse(text));
};
