import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };

const team = ({ world, newId }: Scene) => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });
const newNote = ({ newId }: Scene) => ({ noteId: newId<'note'>(), title: 'Note', body: '', url: null, version: 0 });

/** Notes and links: any member's, and nobody else's. */
export const noteEntries: Record<string, Entry> = {
  'responsibilities.writeNote': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...newNote(scene), responsibilityId: await scene.responsibility() }),
  },
  'responsibilities.removeNote': {
    outcomes: members,
    input: async (scene) => {
      const note = { ...newNote(scene), responsibilityId: await scene.responsibility() };
      const { responsibilities } = await scene.as(scene.world.water.people.ada);
      await responsibilities.writeNote.mutate({ ...team(scene), ...note });
      return { ...team(scene), responsibilityId: note.responsibilityId, noteId: note.noteId, version: 1 };
    },
  },
};
