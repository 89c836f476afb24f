import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Structure } from './organisation-queries.ts';
import type { StructureWish } from './structure-wish.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';

type StructureDialogProps = {
  readonly wish: StructureWish;
  readonly structure: Structure;
  readonly onClose: () => void;
};

const nameIn = (wish: StructureWish): string =>
  wish.kind === 'renameDomain' ? wish.domain.name : wish.kind === 'renameTeam' ? wish.team.name : '';

/** Names, moves or closes a domain or a team. */
export default function StructureDialog({ wish, structure, onClose }: StructureDialogProps) {
  const t = useTranslations('organisation.structure.dialog');
  const sentence = useFailureSentence();
  const { busy, failure, command } = useOrganisationAsk();
  const [name, setName] = useState(nameIn(wish));
  const otherDomains = structure.filter((domain) => !('team' in wish) || domain.id !== wish.domain.id);
  const [domainId, setDomainId] = useState(otherDomains[0]?.id);
  const [tried, setTried] = useState(false);
  const named = wish.kind !== 'moveTeam' && wish.kind !== 'closeTeam' && wish.kind !== 'closeDomain';
  const about = 'team' in wish ? wish.team.name : 'domain' in wish ? wish.domain.name : '';
  const impossible = wish.kind === 'moveTeam' && domainId === undefined ? t('noOtherDomain') : undefined;

  const submit = async () => {
    setTried(true);
    if (named && name.trim() === '') return;
    const asked = await command((numbers) => ask({ wish, name: name.trim(), domainId, ...numbers }));
    if (asked.ok) onClose();
  };
  return (
    <FormDialog
      title={t(`${wish.kind}.title`, { name: about })}
      onClose={onClose}
      holdsWork={name !== nameIn(wish)}
      onSubmit={() => void submit()}
      failure={failure && sentence(failure)}
      submit={t(`${wish.kind}.submit`)}
      busy={busy}
      notYet={impossible}
    >
      {named && (
        <TextField
          label={t(wish.kind === 'createTeam' || wish.kind === 'renameTeam' ? 'teamName' : 'domainName')}
          value={name}
          onText={setName}
          maxLength={120}
          autoComplete="off"
          error={tried && name.trim() === '' ? t('nameMissing') : undefined}
        />
      )}
      {wish.kind === 'moveTeam' && otherDomains.length > 0 && (
        <SelectField
          label={t('toDomain')}
          options={otherDomains.map(({ id, name: label }) => ({ value: id, label }))}
          {...(domainId !== undefined && { value: domainId })}
          onChoose={(chosen) => setDomainId(otherDomains.find(({ id }) => id === chosen)?.id)}
        />
      )}
      {(wish.kind === 'closeTeam' || wish.kind === 'closeDomain') && <p>{t(`${wish.kind}.words`)}</p>}
    </FormDialog>
  );
}

type Asking = {
  wish: StructureWish;
  name: string;
  domainId: Structure[number]['id'] | undefined;
  commandId: CommandId;
  id: string;
};

const ask = ({ wish, name, domainId, commandId, id }: Asking): Promise<unknown> => {
  const { organisation } = api;
  switch (wish.kind) {
    case 'createDomain':
      return organisation.createDomain.mutate({ commandId, id, name });
    case 'renameDomain':
      return organisation.renameDomain.mutate({ commandId, domainId: wish.domain.id, name });
    case 'closeDomain':
      return organisation.closeDomain.mutate({ commandId, domainId: wish.domain.id });
    case 'createTeam':
      return organisation.createTeam.mutate({ commandId, id, domainId: wish.domain.id, name });
    case 'renameTeam':
      return organisation.renameTeam.mutate({ commandId, teamId: wish.team.id, name });
    case 'moveTeam':
      return organisation.moveTeam.mutate({
        commandId,
        teamId: wish.team.id,
        domainId: domainId ?? wish.domain.id,
      });
    case 'closeTeam':
      return organisation.closeTeam.mutate({ commandId, teamId: wish.team.id });
  }
};
