import type { PersonId, ResponsibilityId } from '../ids.ts';

/** What something does with somebody; null when they do not know, or do not say. */
export type Energy = 'gives' | 'costs' | null;

export type ResponsibilityTalent = { responsibilityId: ResponsibilityId; energy: Energy; wantsToLearn: boolean };
/** A talent in one's own words. */
export type FreeTalent = { text: string; energy: Energy; wantsToLearn: boolean };

/** What somebody says of themselves (rule R9.1). `from` is from where they want to work, in their own words; maybe empty. */
export type TalentCard = { responsibilities: ResponsibilityTalent[]; free: FreeTalent[]; from: string };

/** `team`: whoever is in a team with its owner. */
export type TalentAudience = 'me' | 'team';

/** One thing that is written on the card; everything else on it stays (rule R9.2). */
export type TalentPatch = {
  about?: ResponsibilityTalent | undefined;
  free?: readonly FreeTalent[] | undefined;
  from?: string | undefined;
};

export const talentLimits = { free: 20, text: 120, from: 600, responsibilities: 500 } as const;

export const emptyCard: TalentCard = { responsibilities: [], free: [], from: '' };

/** The card with one thing written on it. Of a responsibility about which nothing is said any more nothing stays. */
export const writeOnCard = (card: TalentCard, { about, free, from }: TalentPatch): TalentCard => ({
  responsibilities: about ? withTalent(card.responsibilities, about) : card.responsibilities,
  free: free ? free.filter(({ text }) => text !== '') : card.free,
  from: from ?? card.from,
});

const withTalent = (known: ResponsibilityTalent[], about: ResponsibilityTalent): ResponsibilityTalent[] => {
  const others = known.filter(({ responsibilityId }) => responsibilityId !== about.responsibilityId);
  const saysNothing = about.energy === null && !about.wantsToLearn;
  // The oldest goes when there is no room: a card holds far more than anybody's teams have.
  return saysNothing ? others : [...others.slice(1 - talentLimits.responsibilities), about];
};

/** What a team learns of the cards that its members show (rule R9.3), by the order of the members. */
export type TeamTalents = {
  items: (ResponsibilityTalent & { personId: PersonId })[];
  free: (FreeTalent & { personId: PersonId })[];
  from: { personId: PersonId; text: string }[];
};

/**
 * Of each card what is about responsibilities of this team, and what its owner says of themselves. `cards` are those that are
 * shown to the team; `members` are in it today, in the order in which they are told.
 */
export const deriveTeamTalents = (
  cards: ReadonlyMap<PersonId, TalentCard>,
  { members, responsibilities }: { members: readonly PersonId[]; responsibilities: ReadonlySet<ResponsibilityId> },
): TeamTalents => {
  const shown = members.flatMap((personId) => {
    const card = cards.get(personId);
    return card ? [{ personId, card }] : [];
  });
  return {
    items: shown.flatMap(({ personId, card }) =>
      card.responsibilities
        .filter(({ responsibilityId }) => responsibilities.has(responsibilityId))
        .map((talent) => ({ personId, ...talent })),
    ),
    free: shown.flatMap(({ personId, card }) => card.free.map((talent) => ({ personId, ...talent }))),
    from: shown.flatMap(({ personId, card: { from } }) => (from === '' ? [] : [{ personId, text: from }])),
  };
};
