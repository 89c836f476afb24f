import type { OfferRow, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { LocalDate } from '@roer/domain/dates';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import type { CoveredResponsibility, SleepCheck } from '@roer/domain/responsibilities/coverage';
import { answersOffer, proposedOffer } from '@roer/domain/responsibilities/offer-sides';

export type MyTeam = { teamId: TeamId; teamName: string; snapshot: TeamSnapshot };
export type MyBoard = ReturnType<typeof deriveBoard>;
export type MyResponsibility = { team: MyTeam; responsibility: CoveredResponsibility };
export type MyOffer = { team: MyTeam; offer: OfferRow };

type Asked = {
  teams: readonly MyTeam[];
  me: PersonId;
  today: LocalDate;
  asleep?: SleepCheck | undefined;
};

/** What one person carries and stands in for over all their teams, and which offers wait: for their answer, or on others. */
export const myWork = ({ teams, me, today, asleep }: Asked) => {
  const boards = new Map(
    teams.map((team): [TeamId, MyBoard] => [
      team.teamId,
      deriveBoard(team.snapshot, { today, ...(asleep && { asleep }) }),
    ]),
  );
  const all = teams.flatMap((team) =>
    (boards.get(team.teamId) ?? []).flatMap(({ responsibilities }) =>
      responsibilities.map((responsibility): MyResponsibility => ({ team, responsibility })),
    ),
  );
  const offers = teams.flatMap((team) =>
    Object.values(team.snapshot.offer)
      .filter((offer) => offer.expiresOn > today)
      .map((offer): MyOffer => ({ team, offer })),
  );
  return {
    boards,
    all,
    carries: all.filter(({ responsibility }) => responsibility.holders.some((row) => row.personId === me)),
    standsIn: all.filter(({ responsibility }) => responsibility.substitutes.some((row) => row.personId === me)),
    asked: offers.filter(({ offer }) => answersOffer(offer, me)),
    /** How many proposals that work moves, handovers and duos wait for me. */
    transfers: teams.reduce(
      (sum, { snapshot }) => sum + transfersFor(snapshot, { me, today }) + handoversFor(snapshot, me),
      0,
    ),
    proposed: offers.filter(({ offer }) => proposedOffer(offer) === me),
  };
};

/** Whether anything recurs of what is somebody's: else nobody has to wait for recurrence to be loaded. */
export const anyRecurs = ({ teams, me }: Pick<Asked, 'teams' | 'me'>): boolean =>
  teams.some(({ snapshot }) => {
    const mine = new Set([
      ...Object.values(snapshot.assignment).flatMap((row) => (row.personId === me ? row.responsibilityId : [])),
      ...Object.values(snapshot.delegation).flatMap((row) => (row.toPersonId === me ? row.responsibilityId : [])),
    ]);
    return Object.values(snapshot.duty).some((duty) => mine.has(duty.responsibilityId));
  });

const handoversFor = ({ handover, duo }: TeamSnapshot, me: PersonId): number =>
  Object.values(handover).filter(({ state, receiver }) => state === 'open' && receiver === me).length +
  Object.values(duo).filter(
    ({ state, proposedBy, giver, receiver }) =>
      state === 'proposed' && proposedBy !== me && (giver === me || receiver === me),
  ).length;

const transfersFor = (snapshot: TeamSnapshot, { me, today }: { me: PersonId; today: LocalDate }): number =>
  Object.values(snapshot.transfer).filter(
    ({ items, consents, expiresOn }) =>
      expiresOn > today &&
      !consents.includes(me) &&
      items.some(({ giver, receiver }) => giver === me || receiver === me),
  ).length;
