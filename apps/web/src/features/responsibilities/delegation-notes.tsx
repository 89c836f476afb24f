import { useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { DelegationRow } from '@roer/domain/feed';
import { carryCommands } from '@roer/domain/responsibilities/carry-commands';
import { Button } from '../../ui/button.tsx';
import { useActs } from './acts.tsx';
import type { PanelTools } from './carry-actions.tsx';
import { teamCommand } from './commands.ts';
import { useLastDay } from './last-day.ts';
import styles from './panel.module.css';

/** What of a responsibility is with somebody else for a while, now or later, on which days, and with whom then; giver and receiver may end it. */
export function DelegationNotes({ snapshot, actor, names, responsibility }: PanelTools) {
  const { context } = useActs();
  const delegations = Object.values(snapshot.delegation).filter(
    ({ responsibilityId, until }) => responsibilityId === responsibility.id && until > context.today,
  );
  if (delegations.length === 0) return null;
  return (
    <ul className={styles.whiles}>
      {delegations.map((delegation) => (
        <DelegationNote key={delegation.id} {...{ delegation, snapshot, actor, names, responsibility }} />
      ))}
    </ul>
  );
}

type DelegationNoteProps = Omit<PanelTools, 'teamId'> & { readonly delegation: DelegationRow };

function DelegationNote({ delegation, snapshot, actor, names, responsibility }: DelegationNoteProps) {
  const t = useTranslations('offers.while');
  const words = useTranslations('responsibilities');
  const { act, context } = useActs();
  const last = useLastDay();
  const me = actor.personId;
  const { id: about, title } = responsibility;
  const nameOf = (personId: DelegationRow['toPersonId']) => names.short(personId) ?? words('formerColleague');
  const role = snapshot.assignment[delegation.assignmentId]?.role ?? 'holder';
  const whose = delegation.toPersonId === me ? 'Me' : delegation.fromPersonId === me ? 'Mine' : '';
  const isLater = delegation.from > context.today;
  const end = (): void => {
    const command = teamCommand(
      carryCommands.endDelegation,
      { responsibilityId: about, delegationId: delegation.id },
      context,
    );
    const kind = whose === 'Me' ? 'givenBack' : 'takenBack';
    const done = t(isLater ? `later.${kind}` : kind, { name: nameOf(delegation.fromPersonId), title });
    void act({ command, done, about });
  };
  return (
    <li>
      <p>
        {t(`${isLater ? 'later.' : ''}${role}${whose}`, {
          to: nameOf(delegation.toPersonId),
          from: nameOf(delegation.fromPersonId),
          share: delegation.sharePercent,
          first: last(addDays(delegation.from, 1)),
          last: last(delegation.until),
        })}
      </p>
      {whose !== '' && (
        <Button kind="tertiary" dense onClick={end}>
          {t(isLater ? 'later.stop' : whose === 'Me' ? 'giveBack' : 'takeBack')}
        </Button>
      )}
    </li>
  );
}
