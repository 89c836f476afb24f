import { useTranslations } from 'use-intl';
import type { Criticality, TeamSnapshot } from '@roer/domain/feed';
import { limits } from '@roer/domain/responsibilities/schema';
import { Checkbox } from '../../ui/checkbox.tsx';
import { HoursField } from '../../ui/hours-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AreaField } from './area-field.tsx';
import type { DraftField, ResponsibilityDraft } from './responsibility-draft.ts';
import { SeasonFields } from './season-fields.tsx';

type ResponsibilityFieldsProps = {
  readonly draft: ResponsibilityDraft;
  readonly change: (part: Partial<ResponsibilityDraft>) => void;
  readonly wrong: ReadonlySet<DraftField>;
  readonly snapshot: TeamSnapshot;
};

const criticalities = [1, 2, 3] as const satisfies readonly Criticality[];

/** The fields of a responsibility, in the order in which people think of them. */
export function ResponsibilityFields({ draft, change, wrong, snapshot }: ResponsibilityFieldsProps) {
  const t = useTranslations('responsibilities');
  return (
    <>
      <TextField
        label={t('form.title')}
        hint={t('form.titleHint')}
        error={wrong.has('title') ? t('form.wrong.title', { most: limits.title }) : undefined}
        value={draft.title}
        onText={(title) => change({ title })}
        autoComplete="off"
      />
      <AreaField {...{ draft, change, snapshot }} isWrong={wrong.has('areaId')} />
      <TextArea
        label={t('form.purpose')}
        hint={t('form.purposeHint')}
        optional
        error={wrong.has('purpose') ? t('form.wrong.purpose', { most: limits.purpose }) : undefined}
        value={draft.purpose}
        onText={(purpose) => change({ purpose })}
      />
      <HoursField
        label={t('form.minutesAWeek')}
        hint={t('form.hoursHint')}
        error={wrong.has('minutesAWeek') ? t('form.wrong.minutesAWeek') : undefined}
        minutes={draft.minutesAWeek}
        onMinutes={(minutesAWeek) => change({ minutesAWeek })}
      />
      <RadioGroup
        label={t('form.criticality')}
        value={String(draft.criticality)}
        options={criticalities.map((value) => ({
          value: String(value),
          label: t(`criticality.${value}.label`),
          hint: t(`criticality.${value}.words`),
        }))}
        onChoose={(chosen) => {
          const criticality = criticalities.find((value) => String(value) === chosen);
          if (criticality) change({ criticality });
        }}
      />
      <Checkbox checked={draft.organising} onTick={(organising) => change({ organising })}>
        {t('form.organisingTick')}
      </Checkbox>
      <SeasonFields season={draft.season} onSeason={(season) => change({ season })} />
    </>
  );
}
