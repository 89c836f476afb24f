import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { Person, Structure } from './organisation-queries.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';

type AppointDialogProps = {
  readonly person: Person;
  readonly structure: Structure;
  readonly onClose: () => void;
};

/** Makes somebody administrator, or manager of a domain or of all. */
export default function AppointDialog({ person, structure, onClose }: AppointDialogProps) {
  const t = useTranslations('organisation.roles');
  const sentence = useFailureSentence();
  const { busy, failure, command } = useOrganisationAsk();
  const [kind, setKind] = useState<'manager' | 'administrator'>();
  const [domain, setDomain] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!kind) return;
    const domainId = kind === 'manager' && domain !== '' ? domain : null;
    const asked = await command((numbers) =>
      api.organisation.appoint.mutate({ ...numbers, personId: person.id, kind, domainId }),
    );
    if (asked.ok) onClose();
  };
  return (
    <FormDialog
      title={t('addTitle', { name: person.name })}
      onClose={onClose}
      holdsWork={kind !== undefined}
      onSubmit={() => void submit()}
      failure={failure && sentence(failure)}
      submit={t('submit')}
      busy={busy}
    >
      <RadioGroup
        label={t('which')}
        value={kind}
        error={tried && !kind ? t('whichMissing') : undefined}
        onChoose={(value) => setKind(value === 'manager' ? 'manager' : 'administrator')}
        options={[
          { value: 'manager', label: t('manager'), hint: t('managerHint') },
          { value: 'administrator', label: t('administrator'), hint: t('administratorHint') },
        ]}
      />
      {kind === 'manager' && (
        <SelectField
          label={t('ofWhat')}
          options={[{ value: '', label: t('whole') }, ...structure.map(({ id, name }) => ({ value: id, label: name }))]}
          value={domain}
          onChoose={setDomain}
        />
      )}
    </FormDialog>
  );
}
