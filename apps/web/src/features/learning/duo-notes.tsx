import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NoteRow } from '@roer/domain/feed';
import { duoCommands } from '@roer/domain/learning/duo-commands';
import { noteLimits } from '@roer/domain/responsibilities/notes';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import type { Side } from '../responsibilities/conflict.ts';
import { useDraft } from '../responsibilities/drafts.ts';
import { NotesConflict } from '../responsibilities/notes-conflict.tsx';
import type { SessionPart } from './duo-session.tsx';
import styles from './handover.module.css';

type DuoNotesProps = SessionPart & { readonly note: NoteRow | null; readonly title: string };

/**
 * What they hear in one session, as one note of the team. What was typed is kept on the device; when the other saved meanwhile
 * both versions are shown, and nothing is overwritten unseen.
 */
export function DuoNotes({ tools, duo, number, act, note, title }: DuoNotesProps) {
  const t = useTranslations('handover.duo');
  const words = useTranslations('responsibilities');
  const key = `duo:${duo.id}:${number}`;
  const { draft, change, forget, isRestored } = useDraft<{ body: string; base: number } | { body: null; base: number }>(
    key,
    () => ({ body: null, base: 0 }),
  );
  const [tried, setTried] = useState(false);
  const [chosen, setChosen] = useState<Side | null>(null);
  // Until something is typed the field shows what stands there now.
  const text = draft.body ?? note?.body ?? '';
  const body = text.trim();
  const version = note?.version ?? 0;
  const isBehind = draft.body !== null && draft.base !== version && note !== null && note.body !== body;
  const isFit = body !== '' && body.length <= noteLimits.body;

  const send = async (): Promise<void> => {
    const which = { duoId: duo.id, responsibilityId: duo.responsibilityId, number };
    const noteId = note?.id ?? newId<'note'>();
    const input = { ...which, noteId, version, title: note?.title ?? title, body };
    const command = teamCommand(duoCommands.writeDuoNote, input, { actorId: tools.me, today: tools.today });
    if (await act([{ team: tools.team, command }], t('done.write'))) {
      forget();
      change({ body: null, base: 0 });
      forget();
    }
  };
  const save = (): void => {
    setTried(!isFit);
    if (!isFit) return;
    if (isBehind && chosen === null) setChosen('mine');
    else if (chosen === 'theirs') {
      setChosen(null);
      change({ body: null, base: 0 });
      forget();
    } else {
      setChosen(null);
      void send();
    }
  };
  return (
    <Form
      onSubmit={save}
      actions={
        <Button kind="primary" dense type="submit">
          {chosen === null ? t('writeSave') : words('conflict.save')}
        </Button>
      }
    >
      {isRestored && draft.body !== null && <p className={styles.quiet}>{t('restored')}</p>}
      {chosen !== null && note ? (
        <NotesConflict
          mine={{ title: note.title, body, url: note.url }}
          theirs={note}
          {...{ chosen }}
          onChoose={setChosen}
        />
      ) : (
        <TextArea
          label={t('writeLabel')}
          hint={t('writeHint')}
          rows={6}
          error={tried && !isFit ? t('writeWrong', { most: noteLimits.body }) : undefined}
          value={text}
          onText={(next) => change({ body: next, base: draft.body === null ? version : draft.base })}
        />
      )}
      {note && <p className={styles.quiet}>{t('written', { name: tools.nameOf(note.personId) })}</p>}
    </Form>
  );
}
