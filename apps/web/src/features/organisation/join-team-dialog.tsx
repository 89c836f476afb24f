import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { Person, Structure } from './organisation-queries.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import { usualWeek, useWeekHours } from './week-hours.ts';
import { WeekHoursField } from './week-hours-field.tsx';

type JoinTeamDialogProps = {
  readonly person: Person;
  readonly structure: Structure;
  readonly onClose: () => void;
};

/** Makes somebody a member of a team they are not in yet, from today. */
export default function JoinTeamDialog({ person, structure, onClose }: JoinTeamDialogProps) {
  const t = useTranslations('organisation.person');
  const invite = useTranslations('organisation.invite');
  const sentence = useFailureSentence();
  const { busy, failure, command } = useOrganisationAsk();
  const week = useWeekHours(usualWeek, useLocale());
  const own = new Set(person.memberships.map(({ teamId }) => teamId));
  const teams = structure.flatMap((domain) =>
    domain.teams
      .filter(({ id }) => !own.has(id))
      .map((team) => ({ value: team.id, label: invite('teamOfDomain', { team: team.name, domain: domain.name }) })),
  );
  const [teamId, setTeamId] = useState(teams[0]?.value);
  const [home, setHome] = useState(!person.memberships.some((membership) => membership.home));
  const submit = async () => {
    const { minutes } = week;
    if (!minutes || teamId === undefined) return;
    const asked = await command(({ commandId, id }) =>
      api.organisation.startMembership.mutate({
        commandId,
        teamId,
        membershipId: id,
        personId: person.id,
        minutesByWeekday: minutes,
        home,
      }),
    );
    if (asked.ok) onClose();
  };
  return (
    <FormDialog
      title={t('joinTitle', { name: person.name })}
      onClose={onClose}
      holdsWork
      onSubmit={() => void submit()}
      failure={failure && sentence(failure)}
      submit={t('joinSubmit')}
      busy={busy}
      notYet={teams.length === 0 ? t('noOther') : undefined}
    >
      {teamId !== undefined && (
        <SelectField
          label={t('joinTeam')}
          options={teams}
          value={teamId}
          onChoose={(chosen) => setTeamId(teams.find(({ value }) => value === chosen)?.value)}
        />
      )}
      <WeekHoursField week={week} />
      <Checkbox checked={home} onTick={setHome}>
        {t('joinHome')}
      </Checkbox>
    </FormDialog>
  );
}
