import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type LeaveDialogProps = {
  /** How many things are not sent, or could not be done and were not dismissed. */
  readonly count: number;
  readonly onStay: () => void;
  readonly onLeave: () => void;
};

/** Signing out empties this device: who has something unsent hears that first. */
export default function LeaveDialog({ count, onStay, onLeave }: LeaveDialogProps) {
  const t = useTranslations('waiting.leave');
  return (
    <Dialog
      isOpen
      title={t('title')}
      onClose={onStay}
      actions={
        <>
          <Button kind="primary" onClick={onStay}>
            {t('stay')}
          </Button>
          <Button kind="tertiary" onClick={onLeave}>
            {t('yes')}
          </Button>
        </>
      }
    >
      <p>{t('words', { count })}</p>
    </Dialog>
  );
}
