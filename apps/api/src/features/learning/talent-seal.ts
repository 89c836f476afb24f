import type { PersonId } from '@roer/domain/ids';
import type { TalentCard } from '@roer/domain/learning/talent-card';
import type { PersonKey } from '../../platform/person-keys.ts';

const about = (personId: PersonId): string => `talentCard ${personId}`;

export const sealCard = (key: PersonKey, { personId, card }: { personId: PersonId; card: TalentCard }): Buffer =>
  key.seal(JSON.stringify(card), about(personId));

/** Throws when it was sealed with another key or for somebody else. */
export const openCard = (key: PersonKey, { personId, sealed }: { personId: PersonId; sealed: Buffer }): TalentCard => {
  // Nobody but `sealCard` makes what this key opens.
  const card: TalentCard = JSON.parse(key.open(sealed, about(personId)).toString('utf8'));
  return card;
};
