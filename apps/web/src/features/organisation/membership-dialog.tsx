import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { MembershipId, TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import { useWeekHours } from './week-hours.ts';
import { WeekHoursField } from './week-hours-field.tsx';

type MembershipDialogProps = {
  readonly membership: {
    readonly id: MembershipId;
    readonly teamId: TeamId;
    readonly minutesByWeekday: readonly number[];
    readonly home: boolean;
  };
  /** Whose hours these are. */
  readonly name: string;
  readonly teamName: string;
  readonly onClose: () => void;
};

/** Changes somebody's hours in a team from today, and whether it is their home team. */
export default function MembershipDialog({ membership, name, teamName, onClose }: MembershipDialogProps) {
  const t = useTranslations('organisation.membership');
  const sentence = useFailureSentence();
  const { busy, failure, command } = useOrganisationAsk();
  const week = useWeekHours(membership.minutesByWeekday, useLocale());
  const [home, setHome] = useState(membership.home);
  const submit = async () => {
    const { minutes } = week;
    if (!minutes) return;
    const { id: membershipId, teamId } = membership;
    const asked = await command(({ commandId }) =>
      api.organisation.changeMembership.mutate({ commandId, teamId, membershipId, minutesByWeekday: minutes, home }),
    );
    if (asked.ok) onClose();
  };
  return (
    <FormDialog
      title={t('title', { name })}
      above={teamName}
      onClose={onClose}
      holdsWork
      onSubmit={() => void submit()}
      failure={failure && sentence(failure)}
      submit={t('save')}
      busy={busy}
    >
      <WeekHoursField week={week} />
      <Checkbox checked={home} onTick={setHome}>
        {t('home')}
      </Checkbox>
    </FormDialog>
  );
}
