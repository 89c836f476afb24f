import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NoteRow } from '@roer/domain/feed';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { noteCommands } from '@roer/domain/responsibilities/note-commands';
import { noteLimits } from '@roer/domain/responsibilities/notes';
import type { NoteText } from '@roer/domain/responsibilities/notes';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useActs } from './acts.tsx';
import { teamCommand } from './commands.ts';
import type { Side } from './conflict.ts';
import { useDraft } from './drafts.ts';
import { NotesConflict } from './notes-conflict.tsx';
import { noteFields, readNote, startNote } from './notes-draft.ts';
import type { NoteField } from './notes-draft.ts';
import type { PeopleNames } from './people-names.ts';
import formStyles from './form.module.css';

type NotesFormProps = {
  readonly draftKey: string;
  /** What is edited, as it is now; null for a new one, and for one that was removed meanwhile. */
  readonly note: NoteRow | null;
  readonly responsibility: CoveredResponsibility;
  readonly names: PeopleNames;
  readonly onClose: () => void;
};

const nothingWrong: ReadonlySet<NoteField> = new Set();

/** Writes a note or link, or changes one. It shows at once and comes back with everything typed if it was refused. */
export default function NotesForm({ draftKey, note, responsibility, names, onClose }: NotesFormProps) {
  const t = useTranslations('notes');
  const words = useTranslations('responsibilities');
  const sentence = useFailureSentence(names.short);
  const { act, context, forgetFailure } = useActs();
  const { draft, change, forget, isRestored } = useDraft(draftKey, () => startNote(note));
  const [wrong, setWrong] = useState(nothingWrong);
  const [sent, setSent] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [chosen, setChosen] = useState<Side | null>(null);
  const { base } = draft;
  const isRemoved = base !== null && note === null;
  const theirs = base !== null && note !== null && base.version !== note.version ? note : null;
  const read = readNote(draft);

  const done = (): void => {
    forget();
    onClose();
  };
  const send = async (text: NoteText): Promise<void> => {
    setSent(true);
    setRefused(null);
    const responsibilityId = responsibility.id;
    const which = { responsibilityId, noteId: note?.id ?? newId<'note'>(), version: note?.version ?? 0 };
    const command = teamCommand(noteCommands.writeNote, { ...which, ...text }, context);
    const outcome = await act({ command, done: t('done.write', { title: text.title }), about: responsibilityId });
    if (outcome.ok || outcome.kept) {
      done();
      return;
    }
    forgetFailure();
    setRefused({ code: outcome.code, detail: outcome.detail });
    setSent(false);
  };
  const save = (): void => {
    if ('wrong' in read) {
      setWrong(read.wrong);
      return;
    }
    setWrong(nothingWrong);
    if (theirs && chosen === null && !isSame(read.text, theirs)) setChosen('mine');
    else if (chosen === 'theirs') done();
    else void send(read.text);
  };
  const errorOf = (field: NoteField): string | undefined =>
    wrong.has(field) ? t(`wrong.${field}`, { most: noteLimits[field] }) : undefined;
  const bind = (field: NoteField) => ({
    label: t(field),
    hint: t(`${field}Hint`),
    error: errorOf(field),
    value: draft[field],
    onText: (value: string) => change({ [field]: value }),
  });
  return (
    <Dialog
      isOpen={!sent}
      shape="sheet"
      above={responsibility.title}
      title={t(base === null ? 'newTitle' : 'editTitle')}
      onClose={onClose}
      holdsWork
    >
      <Form
        onSubmit={save}
        actions={
          <>
            <Button kind="primary" type="submit">
              {chosen === null ? t('save') : words('conflict.save')}
            </Button>
            <Button kind="tertiary" onClick={() => (chosen === null ? done() : setChosen(null))}>
              {words(chosen === null ? 'form.cancel' : 'conflict.back')}
            </Button>
          </>
        }
        failure={refused ? `${t('notSaved')} ${sentence(refused)}` : undefined}
      >
        {isRestored && chosen === null && <p className={formStyles.restored}>{words('form.restored')}</p>}
        {isRemoved && <p className={formStyles.restored}>{t('removedMeanwhile')}</p>}
        {theirs && chosen === null && <p className={formStyles.restored}>{t('changedMeanwhile')}</p>}
        {theirs && chosen !== null && 'text' in read ? (
          <NotesConflict mine={read.text} theirs={theirs} chosen={chosen} onChoose={setChosen} />
        ) : (
          <>
            <TextField {...bind('title')} autoComplete="off" />
            <TextArea {...bind('body')} optional rows={5} />
            <TextField {...bind('url')} optional inputMode="url" autoComplete="off" spellCheck={false} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

const isSame = (one: NoteText, other: NoteText): boolean => noteFields.every((field) => one[field] === other[field]);
