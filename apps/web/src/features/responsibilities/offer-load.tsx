import { useQueries } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { addDays, isoWeek } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import type { OfferRow, TeamSnapshot } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import type { AssignmentId, PersonId, TeamId } from '@roer/domain/ids';
import { decideAcceptOffer } from '@roer/domain/responsibilities/pass-on';
import type { LoadWeek } from '@roer/domain/workload/load';
import { deriveOwnLoad } from '@roer/domain/workload/own-load';
import { withMoves } from '@roer/domain/workload/what-if';
import type { Move } from '@roer/domain/workload/what-if';
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
  if (!mayBeAccepted(about, offer, me)) return null;
  // Next week as it is without absence, with the offer in it from its first day to its last: what a week of it asks.
  const week = addDays(mondayOf(today()), 7);
  const then = withMoves(about, [moveOf(offer, me)], { from: week, until: addDays(week, 7), today: today() });
  const inWeek = (snapshots: readonly TeamSnapshot[]): LoadWeek | undefined =>
    deriveOwnLoad(
      snapshots.map((snapshot) => ({ ...snapshot, absence: {} })),
      { personId: me, today: today() },
    ).weeks[1];
  const weekBefore = inWeek(teams);
  const weekAfter = inWeek(teams.map((team) => (team === about ? then : team)));
  if (!weekBefore || !weekAfter) return null;
  const before = weekBefore.recurring + weekBefore.deadline.likely;
  const after = weekAfter.recurring + weekAfter.deadline.likely;
  const available = weekBefore.contract;
  const hours = (amount: number): string => format.number(amount / 60, { maximumFractionDigits: 1 });
  return (
    <p className={styles.load}>
      {t(hours(before) === hours(after) ? 'same' : 'words', {
        week: isoWeek(week),
        before: hours(before),
        after: hours(after),
        available: hours(available),
      })}
      {after > available && ` ${t('tooMuch')}`}
    </p>
  );
}

const moveOf = (offer: OfferRow, me: PersonId): Move => ({
  responsibilityId: offer.responsibilityId,
  assignmentId: offer.assignmentId,
  workId: null,
  sharePercent: offer.sharePercent,
  giver: offer.fromPersonId,
  receiver: offer.toPersonId ?? me,
});

const mayBeAccepted = (snapshot: TeamSnapshot, offer: OfferRow, actorId: PersonId): boolean => {
  try {
    // An id that is used nowhere: nothing of this is sent.
    const input = { offerId: offer.id, assignmentId: offer.id as string as AssignmentId };
    decideAcceptOffer(snapshot, input, { actorId, today: today() });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
};
