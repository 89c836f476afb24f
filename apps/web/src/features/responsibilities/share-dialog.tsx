import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { readShare, ShareField } from './share-field.tsx';

type ShareDialogProps = {
  readonly title: string;
  readonly share: number;
  /** The most that the others leave. */
  readonly room: number;
  readonly onShare: (sharePercent: number) => void;
  readonly onClose: () => void;
};

/** Changes how much of it I carry. */
export default function ShareDialog({ title, share, room, onShare, onClose }: ShareDialogProps) {
  const t = useTranslations('responsibilities');
  const [text, setText] = useState(String(share));
  const most = Math.min(100, room);
  const sharePercent = readShare(text, most);
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (sharePercent === null) return;
    onClose();
    if (sharePercent !== share) onShare(sharePercent);
  };
  return (
    <FormDialog above={title} title={t('share.title')} onClose={onClose} onSubmit={save} submit={t('form.save')}>
      <ShareField
        label={t('share.label')}
        hint={most < 100 ? t('share.hint', { most }) : t('share.hintAll')}
        error={tried && sharePercent === null ? t('share.wrong', { most }) : undefined}
        {...{ text }}
        onText={setText}
      />
    </FormDialog>
  );
}
