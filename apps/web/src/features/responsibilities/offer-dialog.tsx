import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { AssignmentRow, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { offerDays } from '@roer/domain/responsibilities/pass-on';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useActs } from './acts.tsx';
import { makeOffer } from './carrying.ts';
import type { PeopleNames } from './people-names.ts';
import { refusalTo } from './refusal.ts';
import { readShare, ShareField } from './share-field.tsx';

export type OfferMade = {
  assignment: AssignmentRow;
  /** Null: whoever of the team says yes first. */
  toPersonId: PersonId | null;
  sharePercent: number;
  temporaryUntil: LocalDate | null;
};

const wholeTeam = 'team';

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
  const words = useTranslations('offers.offer');
  const sentence = useFailureSentence(names.short);
  const { context } = useActs();
  const [chosenId, setChosenId] = useState('');
  const [part, setPart] = useState<'whole' | 'part'>('whole');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [howLong, setHowLong] = useState<'forGood' | 'forAWhile'>('forGood');
  const [lastDay, setLastDay] = useState('');
  const people = kind === 'give' ? colleagues(snapshot, me) : props.assignments.map(({ personId }) => personId);
  const toTeam = kind === 'give' && chosenId === wholeTeam;
  const personId = people.length === 1 && !toTeam ? people[0] : people.find((id) => id === chosenId);
  const assignment =
    kind === 'give' ? props.assignments[0] : props.assignments.find((row) => row.personId === personId);
  const temporaryUntil = howLong === 'forGood' ? null : untilOf(lastDay, context.today);
  const whole = assignment?.sharePercent ?? 100;
  const sharePercent = part === 'whole' ? whole : readShare(text, whole);
  const made =
    (personId ?? toTeam) && assignment && sharePercent !== null && temporaryUntil !== undefined
      ? {
          assignment,
          toPersonId: kind === 'take' ? me : toTeam ? null : (personId ?? null),
          sharePercent,
          temporaryUntil,
        }
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
            isChosen: toTeam || personId !== undefined,
            refusal: refusal && sentence(refusal),
            none: t('offerForm.whoNeeded'),
          })}
          value={chosenId}
          onChoose={setChosenId}
          options={[
            ...(people.length > 1 ? [{ value: '', label: t('offerForm.choose') }] : []),
            ...people.map((id) => ({ value: id, label: names.full(id) ?? t('formerColleague') })),
            ...(kind === 'give' && people.length > 1 ? [{ value: wholeTeam, label: words('team') }] : []),
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
      <RadioGroup
        label={words('howLong')}
        value={howLong}
        options={[
          { value: 'forGood', label: words('forGood') },
          { value: 'forAWhile', label: words('forAWhile') },
        ]}
        onChoose={(value) => setHowLong(value === 'forAWhile' ? 'forAWhile' : 'forGood')}
      />
      {howLong === 'forAWhile' && (
        <TextField
          type="date"
          label={words('lastDay')}
          hint={words(`lastDayHint.${kind}`)}
          error={tried && temporaryUntil === undefined ? words('lastDayWrong') : undefined}
          value={lastDay}
          min={context.today}
          onText={setLastDay}
        />
      )}
    </FormDialog>
  );
}

/** The day after the last one; undefined when that day is no day, has passed, or is more than a year ahead. */
const untilOf = (lastDay: string, today: LocalDate): LocalDate | undefined =>
  lastDay >= today && lastDay < addDays(today, 366) ? addDays(lastDay, 1) : undefined;

const offerCommand = (
  { assignment, ...made }: OfferMade,
  given: { kind: 'give' | 'take'; responsibility: CoveredResponsibility; context: Parameters<typeof makeOffer>[1] },
) =>
  makeOffer(
    {
      responsibilityId: given.responsibility.id,
      assignmentId: assignment.id,
      kind: given.kind,
      ...made,
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
  isChosen: boolean;
  refusal: string | null;
  none: string;
}): string | undefined => {
  if (given.refusal !== null) return given.refusal;
  return given.tried && !given.isChosen ? given.none : undefined;
};
