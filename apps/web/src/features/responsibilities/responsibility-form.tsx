import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { ResponsibilityRow, TeamSnapshot } from '@roer/domain/feed';
import type { AreaId, ResponsibilityId } from '@roer/domain/ids';
import { areaCommands } from '@roer/domain/responsibilities/area-commands';
import type { ResponsibilityText } from '@roer/domain/responsibilities/edit';
import { editCommands } from '@roer/domain/responsibilities/edit-commands';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useActs } from './acts.tsx';
import { teamCommand } from './commands.ts';
import { conflictsBetween, mergeText } from './conflict.ts';
import type { Choices } from './conflict.ts';
import { ConflictView } from './conflict-view.tsx';
import { useDraft } from './drafts.ts';
import type { PeopleNames } from './people-names.ts';
import { ResponsibilityFields } from './responsibility-fields.tsx';
import { newArea, nextOrder, readDraft, startDraft } from './responsibility-draft.ts';
import type { DraftField } from './responsibility-draft.ts';
import styles from './form.module.css';

type ResponsibilityFormProps = {
  readonly draftKey: string;
  /** What is edited, as it is now; null for a new one. */
  readonly responsibility: ResponsibilityRow | null;
  readonly areaId: AreaId | null;
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly onClose: () => void;
  readonly onMade: (id: ResponsibilityId) => void;
};

const nothingWrong: ReadonlySet<DraftField> = new Set();

/** Writes a new responsibility, or changes one. It shows at once and comes back with everything typed if it was refused. */
export function ResponsibilityForm(props: ResponsibilityFormProps) {
  const { responsibility, snapshot, names, onClose } = props;
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence(names.short);
  const { act, context, forgetFailure } = useActs();
  const { draft, change, forget, isRestored } = useDraft(props.draftKey, () => startDraft(props));
  const [newAreaId] = useState(() => newId<'area'>());
  const [wrong, setWrong] = useState(nothingWrong);
  const [sent, setSent] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [choices, setChoices] = useState<Choices>({});
  const form = useRef<HTMLFormElement>(null);
  const { base } = draft;
  const changedMeanwhile = base !== null && responsibility !== null && base.version !== responsibility.version;
  const read = readDraft(draft, newAreaId);
  const versions = base && responsibility && 'text' in read ? { base, mine: read.text, theirs: responsibility } : null;
  const conflicts = versions && changedMeanwhile ? conflictsBetween(versions) : [];

  const send = async (text: ResponsibilityText): Promise<void> => {
    setSent(true);
    setRefused(null);
    const newAreas = draft.areaChoice === newArea && text.areaId === newAreaId;
    const name = draft.newAreaName.trim();
    const id = responsibility?.id ?? newId<'responsibility'>();
    const areas = newAreas ? [{ id: newAreaId, name, order: nextOrder(snapshot) }] : [];
    if (responsibility && newAreas)
      void act({
        command: teamCommand(areaCommands.createArea, { id: newAreaId, name }, context),
        done: t('done.createArea', { name }),
        about: null,
      });
    const command = responsibility
      ? teamCommand(editCommands.edit, { responsibilityId: id, version: responsibility.version, text }, context)
      : teamCommand(editCommands.add, { areas, responsibilities: [{ ...text, id, catalogueItemId: null }] }, context);
    const done = t(responsibility ? 'done.edit' : 'done.create', { title: text.title });
    const answer = act({ command, done, about: id });
    if (!responsibility) props.onMade(id);
    const outcome = await answer;
    // What waited and was refused stands among what did not work, with both versions.
    if (outcome.ok || outcome.kept) {
      forget();
      onClose();
      return;
    }
    forgetFailure();
    setRefused({ code: outcome.code, detail: outcome.detail });
    setSent(false);
  };

  const save = (event: FormEvent): void => {
    event.preventDefault();
    if ('wrong' in read) {
      setWrong(read.wrong);
      // After the fields show what is wrong, the first of them takes the focus.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    setWrong(nothingWrong);
    if (conflicts.length > 0 && !choosing) {
      setChoosing(true);
      return;
    }
    void send(versions && changedMeanwhile ? mergeText(versions, choices) : read.text);
  };

  return (
    <Dialog
      isOpen={!sent}
      shape="sheet"
      title={t(responsibility ? 'form.editTitle' : 'form.newTitle')}
      onClose={onClose}
      holdsWork
    >
      <form ref={form} onSubmit={save} noValidate className={styles.form}>
        {isRestored && <p className={styles.restored}>{t('form.restored')}</p>}
        {refused && <ErrorNotice title={t('form.notSaved')}>{sentence(refused)}</ErrorNotice>}
        {changedMeanwhile && !choosing && <p className={styles.restored}>{t('form.changedMeanwhile')}</p>}
        {choosing && versions && conflicts.length > 0 ? (
          <ConflictView
            fields={conflicts}
            mine={versions.mine}
            theirs={versions.theirs}
            areas={snapshot.area}
            newAreaName={draft.newAreaName.trim()}
            {...{ choices }}
            onChoices={setChoices}
          />
        ) : (
          <ResponsibilityFields {...{ draft, change, wrong, snapshot }} />
        )}
        <div className={styles.buttons}>
          <Button kind="primary" type="submit">
            {t(choosing ? 'conflict.save' : 'form.save')}
          </Button>
          <Button
            kind="tertiary"
            onClick={() => {
              if (choosing) {
                setChoosing(false);
                return;
              }
              forget();
              onClose();
            }}
          >
            {t(choosing ? 'conflict.back' : 'form.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
