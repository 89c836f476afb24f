import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { duoCommands } from '@roer/domain/learning/duo-commands';
import { assignmentsOf } from '@roer/domain/responsibilities/facts';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { newId } from '../../live/clock.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { duoAddress } from '../responsibilities/board-address.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { refusalTo } from '../responsibilities/refusal.ts';
import type { TeamAct } from '../responsibilities/team-act.ts';
import type { HandoverTools } from './handover-words.ts';

type DuoStartProps = {
  readonly tools: HandoverTools;
  readonly act: TeamAct['act'];
  readonly responsibilityId: ResponsibilityId;
  readonly onClose: () => void;
};

/** Proposes a duo about one responsibility: what I do in it, and with whom. */
export default function DuoStart({ tools, act, responsibilityId, onClose }: DuoStartProps) {
  const t = useTranslations('handover.duo');
  const [, navigate] = useLocation();
  const { snapshot, me, today, titleOf, team } = tools;
  const names = namesIn(snapshot);
  const sentence = useFailureSentence(names.short);
  const carriers = new Set(assignmentsOf(snapshot, responsibilityId).map(({ personId }) => personId));
  const [role, setRole] = useState(carriers.has(me) ? 'give' : 'receive');
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  // Who carries it comes first: mostly they are who tells.
  const people = Object.values(snapshot.member)
    .filter(({ personId }) => personId !== me)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
    .map(({ personId, name }) => ({
      value: personId,
      label: name,
      isFirst: role === 'receive' && carriers.has(personId),
    }))
    .toSorted((one, other) => Number(other.isFirst) - Number(one.isFirst));
  const other = people.find(({ value }) => value === chosen)?.value;
  const commandWith = (person: PersonId) => {
    const [giver, receiver] = role === 'give' ? [me, person] : [person, me];
    const input = { duoId: newId<'duo'>(), responsibilityId, giver, receiver };
    return { input, command: teamCommand(duoCommands.proposeDuo, input, { actorId: me, today }) };
  };
  const refusal = other && refusalTo(snapshot, commandWith(other).command);
  const save = async (): Promise<void> => {
    setTried(true);
    if (!other || refusal) return;
    const { input, command } = commandWith(other);
    onClose();
    const name = names.short(other) ?? '';
    if (await act([{ team, command }], t('done.propose', { name }))) navigate(duoAddress(tools.teamId, input.duoId));
  };
  const error = refusal ? sentence(refusal) : tried && !other ? t('form.needed') : undefined;
  return (
    <FormDialog
      title={t('form.title', { title: titleOf(responsibilityId) })}
      onClose={onClose}
      onSubmit={() => void save()}
      submit={t('form.submit')}
    >
      <p>{t('form.words')}</p>
      <RadioGroup
        label={t('form.role')}
        value={role}
        onChoose={setRole}
        options={[
          { value: 'give', label: t('form.give') },
          { value: 'receive', label: t('form.receive') },
        ]}
      />
      <SelectField
        label={t('form.who')}
        error={error}
        value={chosen}
        onChoose={setChosen}
        options={[{ value: '', label: t('form.choose') }, ...people.map(({ value, label }) => ({ value, label }))]}
      />
    </FormDialog>
  );
}
