import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { DuoRow, HandoverRow } from '@roer/domain/learning/handover-rows';
import { leftToTick } from '@roer/domain/learning/handover-items';
import { duoAddress, handoverAddress } from '../responsibilities/board-address.ts';
import type { HandoverTools } from './handover-words.ts';
import styles from './handover.module.css';

/** One handover in a list: what, from whom to whom, by when, and how far. */
export function HandoverRowLine({
  handover,
  tools,
}: {
  readonly handover: HandoverRow;
  readonly tools: HandoverTools;
}) {
  const t = useTranslations('handover');
  const { id, giver, receiver, before, state, closedOn, responsibilityId } = handover;
  const { nameOf, day, teamId, titleOf } = tools;
  const left = leftToTick(handover);
  const far =
    state === 'accepted' || state === 'returned'
      ? t(`ended.${state}`, { day: closedOn === null ? '' : day(closedOn) })
      : t('left', { count: Math.max(left.giver, left.receiver) });
  return (
    <li className={styles.line}>
      <Link href={handoverAddress(teamId, { id, responsibilityId })}>{titleOf(responsibilityId)}</Link>
      <p>
        {receiver === null
          ? t('whoNobody', { from: nameOf(giver) })
          : t('who', { from: nameOf(giver), to: nameOf(receiver) })}
      </p>
      <p className={styles.quiet}>
        {far}
        {state === 'open' && before !== null && `. ${t('before', { day: day(before) })}`}
      </p>
    </li>
  );
}

/** One duo in a list. */
export function DuoRowLine({ duo, tools }: { readonly duo: DuoRow; readonly tools: HandoverTools }) {
  const t = useTranslations('handover.duo');
  const { nameOf, teamId, titleOf } = tools;
  const held = duo.sessions.filter(({ heldOn }) => heldOn !== null).length;
  return (
    <li className={styles.line}>
      <Link href={duoAddress(teamId, duo.id)}>{titleOf(duo.responsibilityId)}</Link>
      <p>{t('row', { from: nameOf(duo.giver), to: nameOf(duo.receiver) })}</p>
      <p className={styles.quiet}>{duo.state === 'proposed' ? t('state.proposed') : t('state.running', { held })}</p>
    </li>
  );
}
