import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { obstacleCommands } from '@roer/domain/insights/obstacle-commands';
import { answerDays, obstacleLimits } from '@roer/domain/insights/obstacles';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { newTimelessId, today } from '../../live/clock.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import type { BoardCommand } from '../responsibilities/commands.ts';
import { useDraft } from '../responsibilities/drafts.ts';
import { answerSpan, startObstacle, wrongOf } from './obstacle-draft.ts';
import { useLongDate } from './obstacle-when.ts';
import { useAddressees } from './use-obstacles.ts';

type ObstacleFormProps = {
  readonly teamId: TeamId;
  readonly me: PersonId;
  readonly onRaise: (command: BoardCommand, done: string) => void;
  readonly onClose: () => void;
};

/** Puts something before the management in the name of the team. What was typed stays until it was sent. */
export default function ObstacleForm({ teamId, me, onRaise, onClose }: ObstacleFormProps) {
  const t = useTranslations('insights.form');
  const sentence = useFailureSentence();
  const longDate = useLongDate();
  const addressees = useAddressees(teamId);
  const day = today();
  const { draft, change, forget } = useDraft(`obstacle.${teamId}`, () => startObstacle(day));
  const [tried, setTried] = useState(false);
  const people = addressees.data ?? [];
  // Where there is one choice, it is made.
  const [only] = people.length === 1 ? people : [];
  const asked = { ...draft, to: only?.id ?? draft.to };
  const addressee = people.find(({ id }) => id === asked.to);
  const wrong = wrongOf(asked, { today: day, known: people.map(({ id }) => id) });
  const told = (field: keyof typeof draft, words: string) => (tried && wrong.has(field) ? words : undefined);
  const span = answerSpan(day);
  const notYet = addressees.isPending ? t('loading') : addressees.data?.length === 0 ? t('nobody') : undefined;
  const save = (): void => {
    setTried(true);
    if (wrong.size > 0 || !addressee) return;
    const input = {
      obstacleId: newTimelessId<'obstacle'>(),
      title: asked.title.trim(),
      body: asked.body.trim(),
      addressedTo: addressee.id,
      addressedName: addressee.name,
      dueOn: asked.dueOn,
    };
    forget();
    onClose();
    onRaise(teamCommand(obstacleCommands.raiseObstacle, input, { actorId: me, today: day }), t('done'));
  };
  return (
    <FormDialog
      shape="sheet"
      title={t('title')}
      onClose={onClose}
      onSubmit={save}
      submit={t('send')}
      notYet={notYet}
      failure={addressees.isError ? sentence(failureOf(addressees.error)) : undefined}
      holdsWork={draft.title !== '' || draft.body !== ''}
    >
      <p>{t('words')}</p>
      <TextField
        label={t('question')}
        hint={t('questionHint')}
        error={told('title', t('questionNeeded', { most: obstacleLimits.title }))}
        value={draft.title}
        onText={(title) => change({ title })}
        autoComplete="off"
      />
      <TextArea
        label={t('body')}
        hint={t('bodyHint')}
        error={told('body', t('bodyNeeded', { most: obstacleLimits.body }))}
        value={draft.body}
        onText={(body) => change({ body })}
      />
      <SelectField
        label={t('to')}
        hint={t('toHint')}
        error={told('to', t('toNeeded'))}
        value={asked.to}
        onChoose={(to) => change({ to })}
        options={[
          ...(only ? [] : [{ value: '', label: t('toChoose') }]),
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField
        type="date"
        label={t('due')}
        hint={t('dueHint', { least: answerDays.least, most: answerDays.most })}
        error={told('dueOn', t('dueWrong', { from: longDate(span.from), until: longDate(span.until) }))}
        min={span.from}
        max={span.until}
        value={draft.dueOn}
        onText={(dueOn) => change({ dueOn })}
      />
    </FormDialog>
  );
}
