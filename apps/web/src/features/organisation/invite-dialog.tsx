import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFields } from '../../ui/use-fields.ts';
import { newId } from '../../live/clock.ts';
import { LinkOnce } from './link-once.tsx';
import type { LinkSent } from './link-once.tsx';
import { useStructure } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import { usualWeek, useWeekHours } from './week-hours.ts';
import { WeekHoursField } from './week-hours-field.tsx';

/** Invites somebody new, at once in a team if that is known already. Stays open to hand over the link. */
export default function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('organisation.invite');
  const sentence = useFailureSentence();
  const structure = useStructure();
  const { busy, failure, command, forget } = useOrganisationAsk();
  const { values, bind, reset } = useFields({ name: '', email: '', team: '' });
  const week = useWeekHours(usualWeek, useLocale());
  const [home, setHome] = useState(true);
  const [tried, setTried] = useState(false);
  const [invited, setInvited] = useState<{ name: string; sent: LinkSent | null }>();

  const teams = (structure.data ?? []).flatMap((domain) =>
    domain.teams.map((team) => ({
      value: team.id,
      label: t('teamOfDomain', { team: team.name, domain: domain.name }),
    })),
  );
  const team = teams.find(({ value }) => value === values.team);
  const missing = { name: values.name.trim() === '', email: !values.email.includes('@') };
  const submit = async () => {
    setTried(true);
    const { minutes } = week;
    if (missing.name || missing.email || (team && !minutes)) return;
    const membership = team && minutes ? { id: newId(), teamId: team.value, minutesByWeekday: minutes, home } : null;
    const { name, email } = values;
    const asked = await command((numbers) =>
      api.organisation.createPerson.mutate({ ...numbers, name, email, membership, invite: true }),
    );
    if (asked.ok) setInvited({ name, sent: asked.answer.invitation });
  };
  const another = () => {
    setInvited(undefined);
    setTried(false);
    forget();
    reset({ name: '', email: '', team: values.team });
  };
  if (invited) {
    return (
      <Dialog
        isOpen
        shape="sheet"
        title={t('done', { name: invited.name })}
        onClose={onClose}
        holdsWork
        actions={
          <>
            <Button onClick={another}>{t('another')}</Button>
            <Button kind="tertiary" onClick={onClose}>
              {t('ready')}
            </Button>
          </>
        }
      >
        {invited.sent && <LinkOnce sent={invited.sent} name={invited.name} />}
      </Dialog>
    );
  }
  const taken = failure?.code === 'emailTaken';
  const badEmail = failure?.code === 'badInput' && failure.detail.field === 'email';
  const emailError = taken ? sentence(failure) : badEmail || (tried && missing.email) ? t('emailMissing') : undefined;
  return (
    <FormDialog
      shape="sheet"
      title={t('title')}
      onClose={onClose}
      holdsWork
      onSubmit={() => void submit()}
      failure={failure && !taken && !badEmail ? sentence(failure) : undefined}
      submit={t('submit')}
      busy={busy}
    >
      <TextField
        {...bind('name')}
        label={t('name')}
        autoComplete="off"
        maxLength={120}
        error={tried && missing.name ? t('nameMissing') : undefined}
      />
      <TextField {...bind('email')} label={t('email')} type="email" autoComplete="off" error={emailError} />
      <Loaded query={structure} rows={1}>
        {() =>
          teams.length > 0 && (
            <SelectField
              label={t('team')}
              optional
              options={[{ value: '', label: t('noTeam') }, ...teams]}
              value={values.team}
              onChoose={bind('team').onText}
            />
          )
        }
      </Loaded>
      {team && (
        <>
          <WeekHoursField week={week} />
          <Checkbox checked={home} onTick={setHome}>
            {t('home')}
          </Checkbox>
        </>
      )}
    </FormDialog>
  );
}
