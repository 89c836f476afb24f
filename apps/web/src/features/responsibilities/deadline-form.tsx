import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DeadlineWorkRow } from '@roer/domain/feed';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import type { DeadlineWorkText } from '@roer/domain/workload/deadline-work';
import { deadlineWorkCommands } from '@roer/domain/workload/deadline-work-commands';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { useActs } from './acts.tsx';
import { teamCommand } from './commands.ts';
import type { Side } from './conflict.ts';
import { DeadlineConflict } from './deadline-conflict.tsx';
import { deadlineConflicts, mergeDeadline } from './deadline-versions.ts';
import type { DeadlinePart } from './deadline-versions.ts';
import { readDeadline, startDeadline } from './deadline-draft.ts';
import type { DeadlineProblems } from './deadline-draft.ts';
import { DeadlineFields } from './deadline-fields.tsx';
import { useDraft } from './drafts.ts';
import type { PeopleNames } from './people-names.ts';
import formStyles from './form.module.css';

type DeadlineFormProps = {
  readonly draftKey: string;
  /** What is edited, as it is now; null for a new one. */
  readonly work: DeadlineWorkRow | null;
  readonly responsibility: CoveredResponsibility;
  readonly names: PeopleNames;
  readonly onClose: () => void;
};

const nothingWrong: DeadlineProblems = {};

/** Writes work with a date, or changes it. It shows at once and comes back with everything typed if it was refused. */
export default function DeadlineForm({ draftKey, work, responsibility, names, onClose }: DeadlineFormProps) {
  const t = useTranslations('planning.deadline');
  const words = useTranslations('responsibilities');
  const sentence = useFailureSentence(names.short);
  const { act, context, forgetFailure } = useActs();
  const { draft, change, forget, isRestored } = useDraft(draftKey, () => startDeadline(work, context.today));
  const [wrong, setWrong] = useState(nothingWrong);
  const [sent, setSent] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [choices, setChoices] = useState<Partial<Record<DeadlinePart, Side>>>({});
  const { base } = draft;
  const read = readDeadline(draft, context.today);
  const changedMeanwhile = base !== null && work !== null && base.version !== work.version;
  const versions =
    changedMeanwhile && 'text' in read ? { base: textOf(base), mine: read.text, theirs: textOf(work) } : null;
  const conflicts = versions ? deadlineConflicts(versions) : [];
  const isChoosing = choosing && versions !== null && conflicts.length > 0;

  const send = async (text: DeadlineWorkText): Promise<void> => {
    setSent(true);
    setRefused(null);
    const responsibilityId = responsibility.id;
    const command = work
      ? teamCommand(
          deadlineWorkCommands.editDeadlineWork,
          { responsibilityId, workId: work.id, version: work.version, text },
          context,
        )
      : teamCommand(
          deadlineWorkCommands.addDeadlineWork,
          { responsibilityId, workId: newId<'deadlineWork'>(), text },
          context,
        );
    const done = t(work ? 'done.edit' : 'done.add', { title: text.title });
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
    else void send(versions ? mergeDeadline(versions, choices) : read.text);
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
      title={t(work ? 'form.editTitle' : 'form.newTitle')}
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
        {changedMeanwhile && !isChoosing && <p className={formStyles.restored}>{words('form.changedMeanwhile')}</p>}
        {isChoosing ? (
          <DeadlineConflict
            parts={conflicts}
            {...{ versions, choices }}
            onChoose={(part, side) => setChoices({ ...choices, [part]: side })}
          />
        ) : (
          <DeadlineFields {...{ draft, change, wrong }} />
        )}
      </Form>
    </Dialog>
  );
}

/** What people wrote about it. */
const textOf = ({
  title,
  earliestStart,
  due,
  leastMinutes,
  likelyMinutes,
  mostMinutes,
}: DeadlineWorkRow): DeadlineWorkText => ({ title, earliestStart, due, leastMinutes, likelyMinutes, mostMinutes });
