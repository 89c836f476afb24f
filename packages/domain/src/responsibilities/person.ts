import type { DelegationRow, HelpRow, MemberRow, OfferRow, TeamSnapshot } from '../feed.ts';
import type { LocalDate } from '../dates.ts';
import type { PersonId } from '../ids.ts';
import { awayOn } from './away.ts';
import { deriveBoard } from './coverage.ts';
import type { CoveredResponsibility, SleepCheck } from './coverage.ts';
import { currentHelp } from './help.ts';

/** What a team sees about one of its members. */
export type PersonInTeam = {
  member: MemberRow;
  carries: CoveredResponsibility[];
  standsIn: CoveredResponsibility[];
  /** The first day on which they are there again; null when they are there today. */
  awayUntil: LocalDate | null;
  /** Absences that begin after today, the first one first. */
  awayLater: { from: LocalDate; until: LocalDate }[];
  /** Open offers that they proposed or that wait for their answer, the one that ends first first. */
  offers: OfferRow[];
  /** What they ask or offer the team, and what they said they would do. */
  help: HelpRow[];
  /** What is with somebody else for a while, and what they carry for somebody else for a while. */
  given: DelegationRow[];
  received: DelegationRow[];
};

/**
 * One member of a team as their team sees them today (rule R1.13): what is on the board about them, and nothing that is
 * not. Null for who is not in the team.
 */
export const derivePerson = (
  snapshot: TeamSnapshot,
  { personId, today, asleep }: { personId: PersonId; today: LocalDate; asleep?: SleepCheck },
): PersonInTeam | null => {
  const member = Object.values(snapshot.member).find((row) => row.personId === personId);
  if (!member) return null;
  const rows = deriveBoard(snapshot, { today, ...(asleep && { asleep }) }).flatMap(
    ({ responsibilities }) => responsibilities,
  );
  const isTheirs = (row: { personId: PersonId }): boolean => row.personId === personId;
  const delegations = Object.values(snapshot.delegation)
    .filter(({ from, until }) => from <= today && today < until)
    .toSorted((one, other) => one.until.localeCompare(other.until) || one.id.localeCompare(other.id));
  return {
    member,
    carries: rows.filter(({ holders }) => holders.some(isTheirs)),
    standsIn: rows.filter(({ substitutes }) => substitutes.some(isTheirs)),
    awayUntil: awayOn(snapshot, today).get(personId) ?? null,
    awayLater: Object.values(snapshot.absence)
      .filter((row) => isTheirs(row) && row.from > today)
      .map(({ from, until }) => ({ from, until }))
      .toSorted((one, other) => one.from.localeCompare(other.from)),
    offers: Object.values(snapshot.offer)
      .filter((row) => row.expiresOn > today && (row.fromPersonId === personId || row.toPersonId === personId))
      .toSorted((one, other) => one.expiresOn.localeCompare(other.expiresOn) || one.id.localeCompare(other.id)),
    help: currentHelp(snapshot, today).filter((row) => isTheirs(row) || row.acceptedBy === personId),
    given: delegations.filter(({ fromPersonId }) => fromPersonId === personId),
    received: delegations.filter(({ toPersonId }) => toPersonId === personId),
  };
};
