import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DutyRow } from '@roer/domain/feed';
import type { DutyText } from '@roer/domain/responsibilities/duties';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { dutyCommands } from '@roer/domain/responsibilities/duty-commands';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { useActs } from './acts.tsx';
import { teamCommand } from './commands.ts';
import type { Side } from './conflict.ts';
import { useDraft } from './drafts.ts';
import { DutyConflict, dutyConflicts, mergeDuty } from './duty-conflict.tsx';
import type { DutyPart } from './duty-conflict.tsx';
import { previewed, readDuty, startDuty } from './duty-draft.ts';
import type { DutyField } from './duty-draft.ts';
import { DutyFields } from './duty-fields.tsx';
import { DutyPreview } from './duty-preview.tsx';
import type { PeopleNames } from './people-names.ts';
import formStyles from './form.module.css';

type DutyFormProps = {
  readonly draftKey: string;
  /** What is edited, as it is now; null for a new one. */
  readonly duty: DutyRow | null;
  readonly responsibility: CoveredResponsibility;
  readonly names: PeopleNames;
  readonly onClose: () => void;
};

const nothingWrong: ReadonlySet<DutyField> = new Set();

/** Writes a new duty, or changes one. It shows at once and comes back with everything typed if it was refused. */
export default function DutyForm({ draftKey, duty, responsibility, names, onClose }: DutyFormProps) {
  const t = useTranslations('duties');
  const words = useTranslations('responsibilities');
  const sentence = useFailureSentence(names.short);
  const { act, context, forgetFailure } = useActs();
  const { draft, change, forget, isRestored } = useDraft(draftKey, () => startDuty(duty, context.today));
  const [wrong, setWrong] = useState(nothingWrong);
  const [sent, setSent] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [choices, setChoices] = useState<Partial<Record<DutyPart, Side>>>({});
  const { base } = draft;
  const read = readDuty(draft);
  const changedMeanwhile = base !== null && duty !== null && base.version !== duty.version;
  const versions =
    changedMeanwhile && 'text' in read ? { base: textOf(base), mine: read.text, theirs: textOf(duty) } : null;
  const conflicts = versions ? dutyConflicts(versions) : [];
  const isChoosing = choosing && versions !== null && conflicts.length > 0;

  const send = async (text: DutyText): Promise<void> => {
    setSent(true);
    setRefused(null);
    const responsibilityId = responsibility.id;
    const { title } = text;
    const command = duty
      ? teamCommand(dutyCommands.editDuty, { responsibilityId, dutyId: duty.id, version: duty.version, text }, context)
      : teamCommand(dutyCommands.createDuty, { responsibilityId, dutyId: newId<'duty'>(), text }, context);
    const done = t(duty ? 'done.edit' : 'done.create', { title });
    const outcome = await act({ command, done, about: responsibilityId });
    if (outcome.ok || outcome.kept) {
      forget();
      onClose();
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
    if (conflicts.length > 0 && !choosing) setChoosing(true);
    else void send(versions ? mergeDuty(versions, choices) : read.text);
  };
  const back = (): void => {
    if (isChoosing) {
      setChoosing(false);
      return;
    }
    forget();
    onClose();
  };
  return (
    <Dialog
      isOpen={!sent}
      shape="sheet"
      above={responsibility.title}
      title={t(duty ? 'form.editTitle' : 'form.newTitle')}
      onClose={onClose}
      holdsWork
    >
      <Form
        onSubmit={save}
        failure={refused ? `${words('form.notSaved')} ${sentence(refused)}` : undefined}
        actions={
          <>
            <Button kind="primary" type="submit">
              {words(isChoosing ? 'conflict.save' : 'form.save')}
            </Button>
            <Button kind="tertiary" onClick={back}>
              {words(isChoosing ? 'conflict.back' : 'form.cancel')}
            </Button>
          </>
        }
      >
        {isRestored && !isChoosing && <p className={formStyles.restored}>{words('form.restored')}</p>}
        {changedMeanwhile && !isChoosing && <p className={formStyles.restored}>{t('form.changedMeanwhile')}</p>}
        {isChoosing ? (
          <DutyConflict
            parts={conflicts}
            {...{ versions, choices }}
            onChoose={(part, side) => setChoices({ ...choices, [part]: side })}
          />
        ) : (
          <>
            <DutyFields {...{ draft, change, wrong }} />
            <DutyPreview schedule={previewed(draft)} today={context.today} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

/** What people wrote about it, as it holds now. */
const textOf = ({ title, schedules }: DutyRow): DutyText => {
  const latest = schedules.at(-1);
  if (!latest) throw new Error('A duty has a schedule.');
  const { rrule, start, dueTime, shift } = latest;
  return { title, schedule: { rrule, start, dueTime, shift } };
};
