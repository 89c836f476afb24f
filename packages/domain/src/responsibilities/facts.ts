import { DomainError } from '../errors.ts';
import type { AssignmentRow, DutyRow, Entity, OfferRow, ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import type { AreaId, OfferId, PersonId, ResponsibilityId } from '../ids.ts';
import type { LocalDate } from '../dates.ts';

/**
 * What a decision may look at: a browser passes its whole snapshot, the server the rows that the command is about
 * (always: the team, its members, its areas), so that both decide alike.
 */
export type TeamFacts = TeamSnapshot;

/** Who acts, and on which day in Amsterdam. */
export type DecisionContext = { actorId: PersonId; today: LocalDate };

/** Throws `notFound` when the team has no such responsibility. */
export const responsibilityIn = (facts: TeamFacts, id: ResponsibilityId): ResponsibilityRow => {
  const responsibility = facts.responsibility[id];
  if (!responsibility) throw new DomainError('notFound');
  return responsibility;
};

/** Throws `notFound`, or `responsibilityClosed` when nobody can carry it any more. */
export const openResponsibilityIn = (facts: TeamFacts, id: ResponsibilityId): ResponsibilityRow => {
  const responsibility = responsibilityIn(facts, id);
  if (responsibility.closedOn !== null) throw new DomainError('responsibilityClosed');
  return responsibility;
};

export const assignmentsOf = (facts: TeamFacts, id: ResponsibilityId): AssignmentRow[] =>
  Object.values(facts.assignment).filter((assignment) => assignment.responsibilityId === id);

export const openOffersOf = (facts: TeamFacts, id: ResponsibilityId): OfferRow[] =>
  Object.values(facts.offer).filter((offer) => offer.responsibilityId === id);

/** Its duties that were not ended. */
export const dutiesOf = (facts: TeamFacts, id: ResponsibilityId): DutyRow[] =>
  Object.values(facts.duty).filter((duty) => duty.responsibilityId === id && duty.endedOn === null);

export const memberIn = (facts: TeamFacts, personId: PersonId): void => {
  if (!Object.values(facts.member).some((member) => member.personId === personId)) throw new DomainError('notAMember');
};

/** Throws `notFound` when the team has no such area. */
export const areaIn = (facts: TeamFacts, id: AreaId): TeamFacts['area'][string] => {
  const area = facts.area[id];
  if (!area) throw new DomainError('notFound', { field: 'areaId' });
  return area;
};

/** A new row never takes the place of another one (rule R1.9). Throws `badInput` when its id is in use or comes twice. */
export const newIn = (facts: TeamFacts, entity: Entity, ids: readonly string[]): void => {
  if (ids.some((id) => facts[entity][id]) || new Set(ids).size !== ids.length)
    throw new DomainError('badInput', { field: 'id' });
};

/** Throws `offerGone` when it was answered, withdrawn, or has expired by `today` (rule R4.6). */
export const openOfferIn = (facts: TeamFacts, id: OfferId, today: LocalDate): OfferRow => {
  const offer = facts.offer[id];
  if (!offer || offer.expiresOn <= today) throw new DomainError('offerGone');
  return offer;
};
