import { addDays, later } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import type { CoverLevel } from './cover-rows.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import { countedLevel } from './counted-level.ts';
import { coverOf, isIndependent, rankOf } from './cover-level.ts';

/** What somebody shows their team of a responsibility: whether it gives or costs them energy, and whether they want to learn it (rule R9.2). */
export type Talent = {
  personId: PersonId;
  responsibilityId: ResponsibilityId;
  energy: 'gives' | 'costs' | null;
  wantsToLearn: boolean;
};

/** Somebody who may become the next one. `level` is what they have of it; null for who has not begun. */
export type Candidate = {
  personId: PersonId;
  level: CoverLevel | null;
  energy: Talent['energy'];
  wantsToLearn: boolean;
};

export type KnowledgeRisk = {
  responsibility: ResponsibilityRow;
  /** Who can do it without anybody beside them; one or nobody, or more when somebody hands it over or is away for weeks. */
  independent: PersonId[];
  /** Of them, who is away for weeks; with the last day of it. By name. */
  away: { personId: PersonId; through: LocalDate }[];
  /** The first day before which a holder hands it over; null when none said so. */
  leavesBefore: LocalDate | null;
  candidates: Candidate[];
};

/**
 * Who of the team can do a responsibility without anybody beside them (rule L1.6): who said so and was confirmed, and who carries it
 * or stands in and said nothing less.
 */
export const whoCan = (
  snapshot: TeamSnapshot,
  { responsibilityId, today }: { responsibilityId: ResponsibilityId; today: LocalDate },
): PersonId[] =>
  members(snapshot).filter((personId) => isIndependent(countedLevel(snapshot, { responsibilityId, personId, today })));

const members = ({ member }: TeamSnapshot): PersonId[] =>
  Object.values(member)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl') || one.personId.localeCompare(other.personId))
    .map(({ personId }) => personId);

/** Rule L3.5: who is away for so many days in a row, and begins with it by then, is no help in the coming weeks. */
const longAbsence = 28;

/** The last day of somebody's long absence; null for who is there, or away for a shorter while. Days without a gap are one absence. */
const awayThrough = (
  { absence }: Pick<TeamSnapshot, 'absence'>,
  { personId, today }: { personId: PersonId; today: LocalDate },
): LocalDate | null => {
  const stretches: { from: LocalDate; until: LocalDate }[] = [];
  const own = Object.values(absence).filter((row) => row.personId === personId && row.until > today);
  for (const { from, until } of own.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const last = stretches.at(-1);
    if (last && from <= last.until) last.until = later(last.until, until);
    else stretches.push({ from, until });
  }
  const long = stretches.find(
    ({ from, until }) => from <= addDays(today, longAbsence) && addDays(later(from, today), longAbsence) <= until,
  );
  return long ? addDays(long.until, -1) : null;
};

/** Half-done first, then who wants to learn it, then whom it gives energy; what costs energy is no reason to begin (rule L3.4). */
const closeness = ({ level, energy, wantsToLearn }: Candidate): number =>
  10 * rankOf(level) + (wantsToLearn ? 4 : 0) + (energy === 'gives' ? 2 : energy === 'costs' ? -2 : 0);

const candidatesFor = (
  snapshot: TeamSnapshot,
  { id, independent, talents }: { id: ResponsibilityId; independent: readonly PersonId[]; talents: readonly Talent[] },
): Candidate[] =>
  members(snapshot)
    .filter((personId) => !independent.includes(personId))
    .map((personId): Candidate => {
      const talent = talents.find((each) => each.personId === personId && each.responsibilityId === id);
      const { now } = coverOf(snapshot, { responsibilityId: id, personId });
      return {
        personId,
        level: now?.level ?? null,
        energy: talent?.energy ?? null,
        wantsToLearn: talent?.wantsToLearn ?? false,
      };
    })
    .filter((candidate) => closeness(candidate) > 0)
    .toSorted((one, other) => closeness(other) - closeness(one));

/** How many can do it and are there in the coming weeks. */
const thereOf = ({ independent, away }: Pick<KnowledgeRisk, 'independent' | 'away'>): number =>
  independent.length - away.length;

/**
 * The open responsibilities that lean on one person or on nobody, or that a holder hands over (rules L3.1, L3.2, L3.5), the gravest first (L3.3): by
 * criticality, then by how few can do it and are there, then by how soon a holder leaves, then by title. Each with who may become the next one (L3.4).
 */
export const deriveKnowledgeRisk = (
  snapshot: TeamSnapshot,
  { today, talents = [] }: { today: LocalDate; talents?: readonly Talent[] },
): KnowledgeRisk[] =>
  Object.values(snapshot.responsibility)
    .filter(({ closedOn }) => closedOn === null)
    .map((responsibility): KnowledgeRisk => {
      const { id } = responsibility;
      const independent = whoCan(snapshot, { responsibilityId: id, today });
      const days = Object.values(snapshot.leaveIntent).flatMap((row) =>
        row.responsibilityId === id ? [row.before] : [],
      );
      return {
        responsibility,
        independent,
        away: independent.flatMap((personId) => {
          const through = awayThrough(snapshot, { personId, today });
          return through === null ? [] : [{ personId, through }];
        }),
        leavesBefore: days.toSorted()[0] ?? null,
        candidates: candidatesFor(snapshot, { id, independent, talents }),
      };
    })
    .filter((risk) => thereOf(risk) < 2 || risk.leavesBefore !== null)
    .toSorted(
      (one, other) =>
        other.responsibility.criticality - one.responsibility.criticality ||
        thereOf(one) - thereOf(other) ||
        one.independent.length - other.independent.length ||
        (one.leavesBefore ?? '9999').localeCompare(other.leavesBefore ?? '9999') ||
        one.responsibility.title.localeCompare(other.responsibility.title, 'nl'),
    );
