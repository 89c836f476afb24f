import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { PersonId } from '@roer/domain/ids';
import { openDuosOf } from '@roer/domain/learning/duo';
import type { HandoverRow } from '@roer/domain/learning/handover-rows';
import { openHandoversOf } from '@roer/domain/learning/open-handovers';
import { assignmentsOf } from '@roer/domain/responsibilities/facts';
import { duoAddress, handoverAddress } from './board-address.ts';
import type { PanelTools } from './carry-actions.tsx';
import styles from './panel.module.css';

/** Who is handing it over and who makes a duo about it, with the ways to begin either. */
export function HandoverLinks({ snapshot, actor, teamId, names, responsibility }: PanelTools) {
  const t = useTranslations('handover.panel');
  const all = useTranslations('handover');
  const words = useTranslations('responsibilities');
  const { id } = responsibility;
  const me = actor.personId;
  const nameOf = (personId: PersonId): string =>
    personId === me ? all('you') : (names.short(personId) ?? words('formerColleague'));
  const handovers = openHandoversOf(snapshot).filter(({ responsibilityId }) => responsibilityId === id);
  const duos = openDuosOf(snapshot).filter(({ responsibilityId }) => responsibilityId === id);
  const running = ({ giver, receiver }: Pick<HandoverRow, 'giver' | 'receiver'>): string => {
    const [from, to] = [nameOf(giver), receiver === null ? '' : nameOf(receiver)];
    if (giver === me) return receiver === null ? all('today.mineNobody') : all('today.mine', { to });
    if (receiver === me) return all('today.toMe', { from });
    return receiver === null ? t('runningNobody', { from }) : t('running', { from, to });
  };
  const mine = assignmentsOf(snapshot, id).find(({ personId }) => personId === me);
  const isRunning = handovers.some(({ giver }) => giver === me);
  const hasOthers = Object.keys(snapshot.member).length > 1;
  if (!hasOthers && handovers.length + duos.length === 0) return null;
  return (
    <section aria-labelledby="handover-heading">
      <h3 id="handover-heading">{t('heading')}</h3>
      <ul className={styles.links}>
        {handovers.map(({ id: handoverId, giver, receiver }) => (
          <li key={handoverId}>
            <Link href={handoverAddress(teamId, { id: handoverId, responsibilityId: id })}>
              {running({ giver, receiver })}
            </Link>
          </li>
        ))}
        {duos.map(({ id: duoId, giver, receiver }) => (
          <li key={duoId}>
            <Link href={duoAddress(teamId, duoId)}>
              {t('duoRunning', { from: nameOf(giver), to: nameOf(receiver) })}
            </Link>
          </li>
        ))}
        {mine && !isRunning && (
          <li>
            <Link href={`${handoverAddress(teamId)}?give=${id}`}>{t('start')}</Link>
          </li>
        )}
        {hasOthers && (
          <li>
            <Link href={`${handoverAddress(teamId)}?duo=${id}`}>{t('duo')}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
