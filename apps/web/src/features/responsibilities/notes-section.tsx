import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { mayInTeam } from '@roer/domain/access/may';
import type { NoteRow } from '@roer/domain/feed';
import type { NoteId } from '@roer/domain/ids';
import { noteCommands } from '@roer/domain/responsibilities/note-commands';
import { noteLimits, notesOf } from '@roer/domain/responsibilities/notes';
import { Button } from '../../ui/button.tsx';
import { useActs } from './acts.tsx';
import type { PanelTools } from './carry-actions.tsx';
import { teamCommand } from './commands.ts';
import { NoteItem } from './notes-item.tsx';
import { lazily } from '../../i18n/lazily.ts';
import styles from './notes.module.css';

const NotesForm = lazily(() => import('./notes-form.tsx'));

const shownFirst = 6;

/** What the team keeps at a responsibility: notes and links, in the order in which they were written down. */
export function NotesSection({ snapshot, actor, teamId, names, responsibility }: PanelTools) {
  const t = useTranslations('notes');
  const { act, context } = useActs();
  const [open, setOpen] = useState<NoteId | 'new' | null>(null);
  const [all, setAll] = useState(false);
  const { id: responsibilityId } = responsibility;
  const notes = notesOf(snapshot, responsibilityId);
  const shown = all ? notes : notes.slice(0, shownFirst);
  const mayWrite = mayInTeam(actor, 'note.write', teamId);
  const isOpen = responsibility.closedOn === null;
  const remove = ({ id: noteId, title, version }: NoteRow): void => {
    const command = teamCommand(noteCommands.removeNote, { responsibilityId, noteId, version }, context);
    void act({ command, done: t('done.remove', { title }), about: responsibilityId });
  };
  if (notes.length === 0 && !(mayWrite && isOpen)) return null;
  return (
    <section aria-labelledby="notes-heading">
      <h3 id="notes-heading">{t('heading')}</h3>
      {notes.length === 0 && <p className={styles.quiet}>{t('empty')}</p>}
      <ul className={styles.notes}>
        {shown.map((note) => (
          <NoteItem
            key={note.id}
            {...{ note, names }}
            onEdit={mayWrite && isOpen ? () => setOpen(note.id) : undefined}
            onRemove={mayWrite ? () => remove(note) : undefined}
          />
        ))}
      </ul>
      <div className={styles.below}>
        {mayWrite && isOpen && (
          <Button
            dense
            notYet={
              notes.length >= noteLimits.perResponsibility
                ? t('full', { most: noteLimits.perResponsibility })
                : undefined
            }
            onClick={() => setOpen('new')}
          >
            {t('add')}
          </Button>
        )}
        {shown.length < notes.length && (
          <Button kind="tertiary" dense onClick={() => setAll(true)}>
            {t('more', { count: notes.length - shown.length })}
          </Button>
        )}
      </div>
      {open !== null && (
        <Suspense>
          <NotesForm
            key={open}
            draftKey={open === 'new' ? `note:${responsibilityId}` : `note:${open}`}
            note={open === 'new' ? null : (snapshot.note[open] ?? null)}
            {...{ responsibility, names }}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
