import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DeadlineWorkRow } from '@roer/domain/feed';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { readShare, ShareField } from './share-field.tsx';

type DeadlineShareDialogProps = {
  readonly work: DeadlineWorkRow;
  /** What the others leave, in percent. */
  readonly room: number;
  /** What I took before, in percent. */
  readonly own: number;
  readonly onTake: (percent: number) => void;
  readonly onClose: () => void;
};

const parts = [50, 33, 25] as const;

/** Says which part of a work with a date I do. Nothing is chosen beforehand. */
export default function DeadlineShareDialog({ work, room, own, onTake, onClose }: DeadlineShareDialogProps) {
  const t = useTranslations('planning.deadline.share');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const [chosen, setChosen] = useState<string>();
  const [text, setText] = useState(own > 0 ? String(own) : '');
  const [tried, setTried] = useState(false);
  const other = readShare(text, room);
  const percent = chosen === 'other' ? other : chosen === undefined ? null : Number(chosen);
  const hint = (share: number): string =>
    t('hours', { hours: format.number((work.likelyMinutes * share) / 6000, { maximumFractionDigits: 1 }) });
  const save = (): void => {
    setTried(true);
    if (percent === null) return;
    onClose();
    if (percent !== own) onTake(percent);
  };
  return (
    <FormDialog above={work.title} title={t('title')} onClose={onClose} onSubmit={save} submit={words('form.save')}>
      <RadioGroup
        label={t('label')}
        error={tried && chosen === undefined ? t('needed') : undefined}
        value={chosen}
        onChoose={setChosen}
        options={[
          ...(room > 0
            ? [{ value: String(room), label: t(room === 100 ? 'all' : 'rest', { share: room }), hint: hint(room) }]
            : []),
          ...parts
            .filter((part) => part < room)
            .map((part) => ({ value: String(part), label: t(`part.${part}`), hint: hint(part) })),
          ...(room > 1 ? [{ value: 'other', label: t('other') }] : []),
          ...(own > 0 ? [{ value: '0', label: t('nothing'), hint: t('nothingHint') }] : []),
        ]}
      />
      {chosen === 'other' && (
        <ShareField
          label={t('percent')}
          error={tried && other === null ? t('wrong', { most: room }) : undefined}
          {...{ text }}
          onText={setText}
        />
      )}
    </FormDialog>
  );
}
