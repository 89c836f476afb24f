import type { AssignmentRole } from '../feed.ts';
import type { AreaId, DomainId, DutyId, PersonId, ResponsibilityId, TeamId } from '../ids.ts';
import type { Regrouping, Terms } from './reorganise-regrouping.ts';
import type { RegroupedTeam, TeamBefore } from './reorganise-regroup.ts';

/** What was done, by ids and numbers alone: enough to take it back. */
export type ReorganisationRecord = {
  placed: { teamId: TeamId; from: DomainId | null; to: DomainId }[];
  made: TeamId[];
  closed: { teamId: TeamId; domainId: DomainId | null }[];
  responsibilities: {
    responsibilityId: ResponsibilityId;
    from: TeamId;
    to: TeamId;
    areaId: AreaId;
    wasRenamed: boolean;
  }[];
  loose: Regrouping['loose'];
  /** `known`: what their terms in the other team were before and are now, when they were in it already. */
  people: (Terms & {
    personId: PersonId;
    from: TeamId;
    to: TeamId | null;
    known: { before: Terms; after: Terms } | null;
  })[];
  stopped: { responsibilityId: ResponsibilityId; teamId: TeamId; duties: DutyId[] }[];
  /** What fell open, in the team in which it was. */
  ended: {
    responsibilityId: ResponsibilityId;
    teamId: TeamId;
    personId: PersonId;
    role: AssignmentRole;
    sharePercent: number;
  }[];
};

const termsOf = ({ minutesByWeekday, home }: Terms): Terms => ({ minutesByWeekday, home });

/** What a regrouping did, to be kept. */
export const recordOf = (
  before: Partial<Record<TeamId, TeamBefore>>,
  regrouping: Regrouping,
  regrouped: readonly RegroupedTeam[],
): ReorganisationRecord => {
  const byTeam = new Map(regrouped.map((team) => [team.teamId, team]));
  const fromOf = new Map(regrouping.responsibilities.map(({ responsibilityId, from }) => [responsibilityId, from]));
  const memberIn = (teamId: TeamId | null, when: 'before' | 'after', personId: PersonId): Terms | undefined =>
    Object.values((teamId === null ? undefined : byTeam.get(teamId)?.[when].member) ?? {}).find(
      (member) => member.personId === personId,
    );
  return {
    placed: regrouping.placed.map(({ teamId, domainId }) => ({
      teamId,
      from: before[teamId]?.domainId ?? null,
      to: domainId,
    })),
    made: regrouping.made.map(({ teamId }) => teamId),
    closed: regrouping.closed.map((teamId) => ({ teamId, domainId: before[teamId]?.domainId ?? null })),
    responsibilities: regrouping.responsibilities.flatMap(({ responsibilityId, from, to }) => {
      const was = byTeam.get(from)?.before.responsibility[responsibilityId];
      const is = byTeam.get(to)?.after.responsibility[responsibilityId];
      if (!was || !is) return [];
      return [{ responsibilityId, from, to, areaId: was.areaId, wasRenamed: was.title !== is.title }];
    }),
    loose: regrouping.loose,
    people: regrouping.people.flatMap(({ personId, from, to }) => {
      const was = memberIn(from, 'before', personId);
      if (from === null || !was) return [];
      const [known, after] = [memberIn(to, 'before', personId), memberIn(to, 'after', personId)];
      return [
        {
          personId,
          from,
          to,
          ...termsOf(was),
          known: known && after ? { before: termsOf(known), after: termsOf(after) } : null,
        },
      ];
    }),
    stopped: regrouping.stopped.map(({ responsibilityId, teamId }) => ({
      responsibilityId,
      teamId,
      duties: (byTeam.get(teamId)?.changes ?? []).flatMap((change) =>
        change.entity === 'duty' && change.after?.responsibilityId === responsibilityId ? [change.after.id] : [],
      ),
    })),
    ended: regrouped.flatMap(({ teamId, changes }) =>
      changes.flatMap((change) => {
        if (change.entity !== 'assignment' || change.before?.until !== null || !change.after?.until) return [];
        const { responsibilityId, personId, role, sharePercent } = change.before;
        return [{ responsibilityId, teamId: fromOf.get(responsibilityId) ?? teamId, personId, role, sharePercent }];
      }),
    ),
  };
};
