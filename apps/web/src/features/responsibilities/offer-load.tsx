import { useQueries } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import { applyChanges } from '@roer/domain/feed';
import type { OfferRow, TeamSnapshot } from '@roer/domain/feed';
import type { AssignmentId, PersonId, TeamId } from '@roer/domain/ids';
import { decideAcceptOffer } from '@roer/domain/responsibilities/pass-on';
import { carriedMinutes, contractMinutes } from '@roer/domain/workload/load';
import { today } from '../../live/clock.ts';
import { teamQuery } from '../../live/team.ts';
import styles from './panel.module.css';

type OfferLoadProps = { readonly offer: OfferRow; readonly teamId: TeamId; readonly actor: Actor };

/**
 * What saying yes does to my own hours, over all my teams; only I see it. Says nothing as long as a team is not there, and
 * about standing in, which is no load of itself.
 */
export default function OfferLoad({ offer, teamId, actor }: OfferLoadProps) {
  const t = useTranslations('offers.load');
  const format = useFormatter();
  const queries = useQueries({ queries: actor.memberships.map((membership) => teamQuery(membership.teamId)) });
  const teams = queries.flatMap(({ data }) => data ?? []);
  const about = queries[actor.memberships.findIndex((membership) => membership.teamId === teamId)]?.data;
  if (!about || teams.length < actor.memberships.length) return null;
  if (about.assignment[offer.assignmentId]?.role !== 'holder') return null;
  const me = actor.personId;
  const then = accepted(about, offer, me);
  if (!then) return null;
  const minutes = (snapshots: readonly TeamSnapshot[]) =>
    snapshots.reduce((sum, snapshot) => sum + carriedMinutes(snapshot, me, today()), 0);
  const before = minutes(teams);
  const after = before - minutes([about]) + minutes([then]);
  const available = teams.reduce((sum, snapshot) => sum + contractMinutes(snapshot, me), 0);
  const hours = (amount: number): string => format.number(amount / 60, { maximumFractionDigits: 1 });
  return (
    <p className={styles.load}>
      {t(hours(before) === hours(after) ? 'same' : 'words', {
        before: hours(before),
        after: hours(after),
        available: hours(available),
      })}
      {after > available && after > before && ` ${t('tooMuch')}`}
    </p>
  );
}

/** The team as it would be; null when the offer can no longer be accepted. */
const accepted = (snapshot: TeamSnapshot, offer: OfferRow, actorId: PersonId): TeamSnapshot | null => {
  try {
    // An id that is used nowhere: nothing of this is sent.
    const input = { offerId: offer.id, assignmentId: offer.id as string as AssignmentId };
    return applyChanges(snapshot, decideAcceptOffer(snapshot, input, { actorId, today: today() }));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};
