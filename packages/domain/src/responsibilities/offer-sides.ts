import type { OfferRow } from '../feed.ts';
import type { PersonId } from '../ids.ts';

/** Whether somebody may answer an offer: who did not propose it (rule R4.5), or anyone else when it is given to the team. */
export const answersOffer = (offer: OfferRow, personId: PersonId): boolean => {
  if (offer.kind === 'take') return offer.fromPersonId === personId;
  return offer.toPersonId === null ? offer.fromPersonId !== personId : offer.toPersonId === personId;
};

/** Who proposed it, and so may withdraw it. Only a gift has nobody to go to yet. */
export const proposedOffer = (offer: OfferRow): PersonId =>
  offer.kind === 'give' ? offer.fromPersonId : (offer.toPersonId ?? offer.fromPersonId);
