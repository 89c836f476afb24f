import { useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { MembershipId, PersonId, TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './organisation.module.css';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import { fallsOpen } from './falls-open.ts';

type EndMembershipDialogProps = {
  readonly membership: { readonly id: MembershipId; readonly teamId: TeamId; readonly personId: PersonId };
  readonly name: string;
  readonly teamName: string;
  /** The team as its members see it; undefined for an administrator outside it, who sees nothing of its work. */
  readonly snapshot: TeamSnapshot | undefined;
  readonly onClose: () => void;
};

/** Takes somebody out of a team, after saying what falls open. */
export default function EndMembershipDialog(props: EndMembershipDialogProps) {
  const { membership, name, teamName, snapshot, onClose } = props;
  const t = useTranslations('organisation.endMembership');
  const handover = useTranslations('handover');
  const sentence = useFailureSentence();
  const { busy, failure, command } = useOrganisationAsk();
  const open = snapshot && fallsOpen(snapshot, membership.personId);
  const submit = async () => {
    const { id: membershipId, teamId } = membership;
    const asked = await command(({ commandId }) =>
      api.organisation.endMembership.mutate({ commandId, teamId, membershipId }),
    );
    if (asked.ok) onClose();
  };
  return (
    <FormDialog
      title={t('title', { name, team: teamName })}
      onClose={onClose}
      onSubmit={() => void submit()}
      failure={failure && sentence(failure)}
      submit={t('submit')}
      busy={busy}
    >
      {!open && <p>{t('outside', { name })}</p>}
      {open && (
        <p>{open.carried + open.stoodIn === 0 ? t('nothing', { name }) : t('words', { name, ...open.counts })}</p>
      )}
      {open && open.withNobody.length > 0 && (
        <div className={styles.openWork}>
          <p>{t('withNobody')}</p>
          <ul>
            {open.withNobody.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      {open && open.handingOver.length > 0 && (
        <div className={styles.openWork}>
          <p>{handover('leaving')}</p>
          <ul>
            {open.handingOver.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.note}>{t('history')}</p>
    </FormDialog>
  );
}
