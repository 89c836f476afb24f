import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Person } from './organisation-queries.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';

type PersonDialogProps = {
  readonly person: Person;
  readonly wish: 'rename' | 'changeEmail' | 'endAccount';
  readonly onClose: () => void;
};

/** Another name, another address, or the end of somebody's account. */
export default function PersonDialog({ person, wish, onClose }: PersonDialogProps) {
  const t = useTranslations('organisation.account');
  const sentence = useFailureSentence();
  const { busy, failure, command } = useOrganisationAsk();
  const before = wish === 'rename' ? person.name : person.email;
  const [text, setText] = useState(before);
  const [tried, setTried] = useState(false);
  const personId = person.id;
  const missing = wish === 'rename' ? text.trim() === '' : !text.includes('@');
  const submit = async () => {
    setTried(true);
    if (missing) return;
    const asked = await command(({ commandId }) => {
      switch (wish) {
        case 'rename':
          return api.organisation.renamePerson.mutate({ commandId, personId, name: text });
        case 'changeEmail':
          return api.organisation.changeEmail.mutate({ commandId, personId, email: text });
        case 'endAccount':
          return api.organisation.endAccount.mutate({ commandId, personId });
      }
    });
    if (asked.ok) onClose();
  };
  return (
    <FormDialog
      title={t(`dialog.${wish}`, { name: person.name })}
      onClose={onClose}
      holdsWork={wish !== 'endAccount' && text !== before}
      onSubmit={() => void submit()}
      failure={failure && sentence(failure)}
      submit={t(`submit.${wish}`)}
      busy={busy}
    >
      {wish === 'endAccount' ? (
        <p>{t('endWords', { name: person.name })}</p>
      ) : (
        <TextField
          label={t(`field.${wish}`)}
          hint={wish === 'changeEmail' ? t('emailHint') : undefined}
          type={wish === 'changeEmail' ? 'email' : 'text'}
          autoComplete="off"
          maxLength={wish === 'changeEmail' ? 254 : 120}
          value={text}
          onText={setText}
          error={tried && missing ? t(`missing.${wish}`) : undefined}
        />
      )}
    </FormDialog>
  );
}
