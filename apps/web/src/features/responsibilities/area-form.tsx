import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AreaRow, TeamSnapshot } from '@roer/domain/feed';
import { areaCommands } from '@roer/domain/responsibilities/area-commands';
import { limits } from '@roer/domain/responsibilities/schema';
import { newId } from '../../live/clock.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useActs } from './acts.tsx';
import { teamCommand } from './commands.ts';

type AreaFormProps = { readonly area: AreaRow | null; readonly snapshot: TeamSnapshot; readonly onClose: () => void };

/** Names a new area, or gives one another name. */
export function AreaForm({ area, snapshot, onClose }: AreaFormProps) {
  const t = useTranslations('responsibilities');
  const { act, context } = useActs();
  const [name, setName] = useState(area?.name ?? '');
  const [tried, setTried] = useState(false);
  const trimmed = name.trim();
  const error = wrongName(
    trimmed,
    Object.values(snapshot.area).filter((other) => other.id !== area?.id),
  );

  const save = (): void => {
    setTried(true);
    if (error) return;
    const command = area
      ? teamCommand(areaCommands.renameArea, { areaId: area.id, name: trimmed }, context)
      : teamCommand(areaCommands.createArea, { id: newId<'area'>(), name: trimmed }, context);
    onClose();
    if (area?.name === trimmed) return;
    void act({ command, done: t(area ? 'done.renameArea' : 'done.createArea', { name: trimmed }), about: null });
  };
  return (
    <FormDialog
      title={t(area ? 'areaForm.renameTitle' : 'areaForm.newTitle')}
      onClose={onClose}
      holdsWork={name !== (area?.name ?? '')}
      onSubmit={save}
      submit={t('form.save')}
    >
      <TextField
        label={t('areaForm.name')}
        hint={t('areaForm.nameHint')}
        error={tried && error ? t(`areaForm.${error}`, { most: limits.areaName }) : undefined}
        value={name}
        onText={setName}
        autoComplete="off"
      />
    </FormDialog>
  );
}

const wrongName = (name: string, others: readonly AreaRow[]): 'nameNeeded' | 'nameTaken' | null => {
  if (name === '' || name.length > limits.areaName) return 'nameNeeded';
  return others.some((other) => other.name.toLowerCase() === name.toLowerCase()) ? 'nameTaken' : null;
};
