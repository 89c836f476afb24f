import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DomainId, PersonId, TeamId } from '@roer/domain/ids';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Person, Structure } from './organisation-queries.ts';
import type { PlanStep } from './reorganising-queries.ts';
import styles from './reorganising.module.css';

const kinds = ['merge', 'split', 'moveTeam', 'movePerson', 'close'] as const;
type Kind = (typeof kinds)[number];
const nowhere = 'nowhere';

type Choice = { kind: Kind | undefined; teamId: string; to: string; personIds: readonly string[]; name: string };
const nothing: Choice = { kind: undefined, teamId: '', to: '', personIds: [], name: '' };

/** The step that was chosen; null as long as something of it is missing. */
const stepOf = ({ kind, teamId: team, to, personIds, name }: Choice): PlanStep | null => {
  // Options of the form are ids of the structure, each of its own kind.
  const teamId = team as TeamId;
  const people = personIds as readonly PersonId[];
  const [personId] = people;
  if (kind === undefined || team === '') return null;
  if (kind === 'split') {
    if (people.length === 0 || name.trim() === '') return null;
    return { kind, teamId, newTeamId: newId<'team'>(), name: name.trim(), personIds: [...people] };
  }
  if (to === '') return null;
  switch (kind) {
    case 'moveTeam':
      return { kind, teamId, domainId: to as DomainId };
    case 'merge':
      return { kind, teamId, into: to as TeamId };
    case 'close':
      return { kind, teamId, into: to === nowhere ? null : (to as TeamId) };
    case 'movePerson':
      return personId === undefined ? null : { kind, teamId, into: to as TeamId, personId };
  }
};

type StepFormProps = {
  readonly structure: Structure;
  readonly people: readonly Person[];
  readonly onAdd: (step: PlanStep) => void;
};

/** One step, chosen from what there is. */
export function StepForm({ structure, people, onAdd }: StepFormProps) {
  const t = useTranslations('reorganising.form');
  const [choice, setChoice] = useState<Choice>(nothing);
  const { kind, teamId, to, personIds, name } = choice;
  const change = (changed: Partial<Choice>): void => setChoice({ ...choice, ...changed });
  const step = stepOf(choice);
  const teams = structure.flatMap((domain) => domain.teams.map(({ id, name: label }) => ({ value: id, label })));
  const domains = structure
    .filter((domain) => !domain.teams.some(({ id }) => id === teamId))
    .map(({ id, name: label }) => ({ value: id, label }));
  const others = teams.filter(({ value }) => value !== teamId);
  const members = people.filter(({ memberships }) => memberships.some((row) => row.teamId === teamId));
  const unchosen = { value: '', label: t('choose') };
  return (
    <div className={styles.step}>
      <RadioGroup
        label={t('kind')}
        value={kind}
        onChoose={(chosen) => setChoice({ ...nothing, kind: kinds.find((each) => each === chosen) })}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {kind !== undefined && (
        <SelectField
          label={t(`which.${kind}`)}
          options={[unchosen, ...teams]}
          value={teamId}
          onChoose={(chosen) => change({ teamId: chosen, to: '', personIds: [] })}
        />
      )}
      {kind === 'movePerson' && teamId !== '' && (
        <SelectField
          label={t('person')}
          options={[unchosen, ...members.map(({ id, name: label }) => ({ value: id, label }))]}
          value={personIds[0] ?? ''}
          onChoose={(chosen) => change({ personIds: chosen === '' ? [] : [chosen] })}
        />
      )}
      {kind === 'moveTeam' && teamId !== '' && (
        <SelectField
          label={t('domain')}
          options={[unchosen, ...domains]}
          value={to}
          onChoose={(chosen) => change({ to: chosen })}
        />
      )}
      {(kind === 'merge' || kind === 'close' || kind === 'movePerson') && teamId !== '' && (
        <SelectField
          label={t(`into.${kind}`)}
          options={[unchosen, ...(kind === 'close' ? [{ value: nowhere, label: t('stops') }] : []), ...others]}
          value={to}
          onChoose={(chosen) => change({ to: chosen })}
        />
      )}
      {kind === 'split' && teamId !== '' && (
        <>
          <TextField
            label={t('newTeam')}
            value={name}
            onText={(text) => change({ name: text })}
            maxLength={120}
            autoComplete="off"
          />
          <fieldset>
            <legend>{t('people')}</legend>
            <p className={styles.quiet}>{t('peopleHint')}</p>
            {members.map((person) => (
              <Checkbox
                key={person.id}
                checked={personIds.includes(person.id)}
                onTick={(ticked) =>
                  change({
                    personIds: ticked ? [...personIds, person.id] : personIds.filter((id) => id !== person.id),
                  })
                }
              >
                {person.name}
              </Checkbox>
            ))}
          </fieldset>
        </>
      )}
      {kind !== undefined && (
        <div>
          <Button
            notYet={step ? undefined : t('incomplete')}
            onClick={() => {
              if (!step) return;
              onAdd(step);
              setChoice(nothing);
            }}
          >
            {t('add')}
          </Button>
        </div>
      )}
    </div>
  );
}
