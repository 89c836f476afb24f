import type { OfferRow, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { LocalDate } from '@roer/domain/dates';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { answersOffer, proposedOffer } from '@roer/domain/responsibilities/pass-on';

export type MyTeam = { teamId: TeamId; teamName: string; snapshot: TeamSnapshot };
export type MyResponsibility = { team: MyTeam; responsibility: CoveredResponsibility };
export type MyOffer = { team: MyTeam; offer: OfferRow };

/** What one person carries and stands in for over all their teams, and which offers wait: for their answer, or on others. */
export const myWork = ({ teams, me, today }: { teams: readonly MyTeam[]; me: PersonId; today: LocalDate }) => {
  const all = teams.flatMap((team) =>
    deriveBoard(team.snapshot, { today }).flatMap(({ responsibilities }) =>
      responsibilities.map((responsibility): MyResponsibility => ({ team, responsibility })),
    ),
  );
  const offers = teams.flatMap((team) =>
    Object.values(team.snapshot.offer)
      .filter((offer) => offer.expiresOn > today)
      .map((offer): MyOffer => ({ team, offer })),
  );
  return {
    total: all.length,
    carries: all.filter(({ responsibility }) => responsibility.holders.some((row) => row.personId === me)),
    standsIn: all.filter(({ responsibility }) => responsibility.substitutes.some((row) => row.personId === me)),
    asked: offers.filter(({ offer }) => answersOffer(offer, me)),
    proposed: offers.filter(({ offer }) => proposedOffer(offer) === me),
  };
};
