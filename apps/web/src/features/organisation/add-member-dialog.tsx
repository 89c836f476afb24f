import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './organisation.module.css';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import { usualWeek, useWeekHours } from './week-hours.ts';
import { WeekHoursField } from './week-hours-field.tsx';

type Found = { readonly id: PersonId; readonly name: string };

type AddMemberDialogProps = {
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly memberIds: ReadonlySet<PersonId>;
  readonly onClose: () => void;
};

/** Makes somebody of the organisation a member of the team: first who, then which hours. */
export default function AddMemberDialog({ teamId, teamName, memberIds, onClose }: AddMemberDialogProps) {
  const t = useTranslations('organisation.addMember');
  const sentence = useFailureSentence();
  const { busy, failure, command, forget } = useOrganisationAsk();
  const week = useWeekHours(usualWeek, useLocale());
  const [chosen, setChosen] = useState<Found>();
  const [home, setHome] = useState(true);
  const submit = async () => {
    const { minutes } = week;
    if (!minutes || !chosen) return;
    const asked = await command(({ commandId, id }) =>
      api.organisation.startMembership.mutate({
        commandId,
        teamId,
        membershipId: id,
        personId: chosen.id,
        minutesByWeekday: minutes,
        home,
      }),
    );
    if (asked.ok) onClose();
  };
  if (!chosen) {
    return (
      <Dialog isOpen title={t('title', { team: teamName })} onClose={onClose}>
        <FindPerson memberIds={memberIds} onFound={setChosen} />
      </Dialog>
    );
  }
  const back = () => {
    forget();
    setChosen(undefined);
  };
  return (
    <FormDialog
      title={t('hoursTitle', { name: chosen.name })}
      above={teamName}
      onClose={onClose}
      holdsWork
      onSubmit={() => void submit()}
      failure={failure && sentence(failure)}
      submit={t('submit')}
      busy={busy}
      otherAction={
        <Button kind="tertiary" onClick={back}>
          {t('other')}
        </Button>
      }
    >
      <WeekHoursField week={week} />
      <Checkbox checked={home} onTick={setHome}>
        {t('home')}
      </Checkbox>
    </FormDialog>
  );
}

type FindPersonProps = {
  readonly memberIds: ReadonlySet<PersonId>;
  readonly onFound: (person: Found) => void;
};

function FindPerson({ memberIds, onFound }: FindPersonProps) {
  const t = useTranslations('organisation.addMember');
  const again = useTranslations('organisation');
  const sentence = useFailureSentence();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const query = useQuery({
    queryKey: ['organisation', 'search', text],
    queryFn: () => api.organisation.searchPeople.query({ text }),
    enabled: text.length >= 2,
    placeholderData: (before) => before,
    retry: 1,
  });
  const found = text.length >= 2 ? (query.data ?? []).filter(({ id }) => !memberIds.has(id)) : [];
  return (
    <>
      <TextField
        // The dialog was opened to look for somebody.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={t('who')}
        hint={t('whoHint')}
        type="search"
        autoComplete="off"
        maxLength={80}
        value={typed}
        onText={setTyped}
      />
      {query.isError && (
        <ErrorNotice
          title={sentence(failureOf(query.error))}
          action={<Button onClick={() => void query.refetch()}>{again('again')}</Button>}
        />
      )}
      <div role="status">{text.length >= 2 && query.isSuccess && found.length === 0 && <p>{t('nobody')}</p>}</div>
      {found.length > 0 && (
        <ul className={styles.found}>
          {found.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => onFound(person)}>
                <Avatar name={person.name} />
                {person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
