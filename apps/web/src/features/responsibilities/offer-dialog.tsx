import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AssignmentRow, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { offerDays } from '@roer/domain/responsibilities/pass-on';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useActs } from './acts.tsx';
import { makeOffer } from './commands.ts';
import type { PeopleNames } from './people-names.ts';
import { refusalTo } from './refusal.ts';
import { readShare, ShareField } from './share-field.tsx';

export type OfferMade = { assignment: AssignmentRow; toPersonId: PersonId; sharePercent: number };

type OfferDialogProps = {
  readonly kind: 'give' | 'take';
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly responsibility: CoveredResponsibility;
  readonly me: PersonId;
  /** What can move: my own when I give, the others' when I ask. */
  readonly assignments: readonly AssignmentRow[];
  readonly onOffer: (made: OfferMade) => void;
  readonly onClose: () => void;
};

/** Proposes that a share moves to somebody else: I give mine, or ask for theirs. Nothing moves until the other agrees. */
export default function OfferDialog(props: OfferDialogProps) {
  const { kind, snapshot, names, responsibility, me, onClose } = props;
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence(names.short);
  const { context } = useActs();
  const [chosenId, setChosenId] = useState('');
  const [part, setPart] = useState<'whole' | 'part'>('whole');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const people = kind === 'give' ? colleagues(snapshot, me) : props.assignments.map(({ personId }) => personId);
  const personId = people.length === 1 ? people[0] : people.find((id) => id === chosenId);
  const assignment =
    kind === 'give' ? props.assignments[0] : props.assignments.find((row) => row.personId === personId);
  const whole = assignment?.sharePercent ?? 100;
  const sharePercent = part === 'whole' ? whole : readShare(text, whole);
  const made =
    personId && assignment && sharePercent !== null
      ? { assignment, toPersonId: kind === 'give' ? personId : me, sharePercent }
      : null;
  const refusal = made && refusalTo(snapshot, offerCommand(made, { kind, responsibility, context }));

  const save = (): void => {
    setTried(true);
    if (!made || refusal) return;
    onClose();
    props.onOffer(made);
  };
  return (
    <FormDialog
      above={responsibility.title}
      title={t(`offerForm.${kind}.title`)}
      onClose={onClose}
      onSubmit={save}
      submit={t(`offerForm.${kind}.send`)}
    >
      <p>{t(`offerForm.${kind}.words`, { days: offerDays })}</p>
      {(kind === 'give' || people.length > 1) && (
        <SelectField
          label={t(`offerForm.${kind}.who`)}
          error={personError({
            tried,
            personId,
            refusal: refusal && sentence(refusal),
            none: t('offerForm.whoNeeded'),
          })}
          value={chosenId}
          onChoose={setChosenId}
          options={[
            { value: '', label: t('offerForm.choose') },
            ...people.map((id) => ({ value: id, label: names.full(id) ?? t('formerColleague') })),
          ]}
        />
      )}
      {kind === 'take' && people.length === 1 && refusal && <p role="alert">{sentence(refusal)}</p>}
      {assignment?.role === 'holder' && (
        <RadioGroup
          label={t('offerForm.howMuch')}
          value={part}
          options={[
            { value: 'whole', label: t(`offerForm.${kind}.whole`, { share: whole }) },
            { value: 'part', label: t('offerForm.part') },
          ]}
          onChoose={(value) => setPart(value === 'part' ? 'part' : 'whole')}
        />
      )}
      {part === 'part' && (
        <ShareField
          label={t('share.labelPart')}
          hint={t('share.hint', { most: whole })}
          error={tried && sharePercent === null ? t('share.wrong', { most: whole }) : undefined}
          {...{ text }}
          onText={setText}
        />
      )}
    </FormDialog>
  );
}

const offerCommand = (
  { assignment, toPersonId, sharePercent }: OfferMade,
  given: { kind: 'give' | 'take'; responsibility: CoveredResponsibility; context: Parameters<typeof makeOffer>[1] },
) =>
  makeOffer(
    {
      responsibilityId: given.responsibility.id,
      assignmentId: assignment.id,
      kind: given.kind,
      toPersonId,
      sharePercent,
    },
    given.context,
  );

const colleagues = (snapshot: TeamSnapshot, me: PersonId): PersonId[] =>
  Object.values(snapshot.member)
    .filter((member) => member.personId !== me)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
    .map((member) => member.personId);

const personError = (given: {
  tried: boolean;
  personId: PersonId | undefined;
  refusal: string | null;
  none: string;
}): string | undefined => {
  if (given.refusal !== null) return given.refusal;
  return given.tried && !given.personId ? given.none : undefined;
};
