import { aboutOne, commandGroup, commandKind } from './command-kind.ts';
import { decideRemoveNote, decideWriteNote } from './notes.ts';

const writing = { permission: 'note.write', about: aboutOne, reads: ['note'] } as const;

/** What a team keeps at a responsibility. */
export const noteCommands = commandGroup({
  writeNote: commandKind<Parameters<typeof decideWriteNote>[1]>({
    ...writing,
    action: 'note.write',
    decide: decideWriteNote,
  }),
  removeNote: commandKind<Parameters<typeof decideRemoveNote>[1]>({
    ...writing,
    action: 'note.remove',
    decide: decideRemoveNote,
  }),
});
