import { useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import { limits } from '@roer/domain/responsibilities/schema';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { areasInOrder, newArea } from './responsibility-draft.ts';

type AreaFieldProps = {
  readonly draft: { areaChoice: string; newAreaName: string };
  readonly change: (part: { areaChoice?: string; newAreaName?: string }) => void;
  readonly snapshot: TeamSnapshot;
  readonly isWrong: boolean;
};

/** Chooses an area of the team, or names a new one. */
export function AreaField({ draft, change, snapshot, isWrong }: AreaFieldProps) {
  const t = useTranslations('responsibilities');
  const areas = areasInOrder(snapshot);
  const isNew = draft.areaChoice === newArea;
  return (
    <>
      {areas.length > 0 && (
        <SelectField
          label={t('form.areaId')}
          value={draft.areaChoice}
          onChoose={(areaChoice) => change({ areaChoice })}
          options={[
            ...areas.map((area) => ({ value: area.id, label: area.name })),
            { value: newArea, label: t('form.newArea') },
          ]}
        />
      )}
      {isNew && (
        <TextField
          label={t('form.newAreaName')}
          hint={t('areaForm.nameHint')}
          error={isWrong ? t('areaForm.nameNeeded', { most: limits.areaName }) : undefined}
          value={draft.newAreaName}
          onText={(newAreaName) => change({ newAreaName })}
          autoComplete="off"
        />
      )}
    </>
  );
}
