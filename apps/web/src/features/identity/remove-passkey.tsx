import { useTranslations } from 'use-intl';
import { FormDialog } from '../../ui/form-dialog.tsx';

/** Asks whether it is meant. */
export default function RemovePasskey(props: {
  readonly name: string;
  readonly busy: boolean;
  readonly failure: string | undefined;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) {
  const { name, busy, failure, onRemove, onClose } = props;
  const t = useTranslations('account.passkeys');
  return (
    <FormDialog
      title={t('removeTitle', { name })}
      submit={t('remove')}
      busy={busy}
      failure={failure}
      onSubmit={onRemove}
      onClose={onClose}
    >
      <p>{t('removeWords')}</p>
    </FormDialog>
  );
}
