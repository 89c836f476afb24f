import { independentIn } from '../learning/cover-level.ts';
import type { LocalDate } from '../dates.ts';
import type { AssignmentRow, ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import type { PersonId } from '../ids.ts';
import { carriedOn } from './delegation.ts';

/** Rule R2.5: thirds (33+33+33) add up; anything outside 99–101 % does not. */
export const addsUp = (sharePercent: number): boolean => sharePercent >= 99 && sharePercent <= 101;

/** Why a responsibility sleeps (rules R2.6, R2.7), and since which day. */
export type Asleep = { because: 'duties' | 'quiet'; since: LocalDate };

/**
 * How well a responsibility is covered and why (rules R2.1–R2.4, R2.6, R2.7; the first that matches wins).
 * `sharePercent` is what the holders carry together.
 */
export type Coverage =
  | { state: 'gap' }
  | { state: 'unclear'; sharePercent: number }
  | ({ state: 'asleep' } & Asleep)
  | { state: 'fragile'; holder: PersonId }
  /** `able`: who carries none of it and can do it without anybody beside them (rule L1.6). */
  | { state: 'covered'; holders: PersonId[]; substitutes: PersonId[]; able: PersonId[] };

export type CoverageState = Coverage['state'];

const inOrderOfStart = (one: AssignmentRow, other: AssignmentRow): number =>
  one.from.localeCompare(other.from) || one.id.localeCompare(other.id);

/** Derives the coverage of one responsibility from its current assignments, whether it sleeps, and who else can do it alone. */
export const deriveCoverage = (
  assignments: readonly AssignmentRow[],
  { asleep = null, independent = [] }: { asleep?: Asleep | null; independent?: readonly PersonId[] } = {},
): Coverage => {
  const people = (role: AssignmentRow['role']): PersonId[] =>
    assignments
      .filter((assignment) => assignment.role === role)
      .toSorted(inOrderOfStart)
      .map((assignment) => assignment.personId);
  const holders = people('holder');
  const substitutes = people('substitute');
  const [holder] = holders;
  if (!holder) return { state: 'gap' };
  const sharePercent = carriedShare(assignments);
  if (!addsUp(sharePercent)) return { state: 'unclear', sharePercent };
  if (asleep) return { state: 'asleep', ...asleep };
  const able = independent.filter((personId) => !holders.includes(personId) && !substitutes.includes(personId));
  if (holders.length === 1 && substitutes.length === 0 && able.length === 0) return { state: 'fragile', holder };
  return { state: 'covered', holders, substitutes, able };
};

/** The sum of the holders' shares, in percent. */
export const carriedShare = (assignments: readonly AssignmentRow[]): number =>
  assignments.reduce((sum, assignment) => sum + (assignment.role === 'holder' ? assignment.sharePercent : 0), 0);

/** A responsibility with who carries it and how well, as lists and panels show it. */
export type CoveredResponsibility = ResponsibilityRow & {
  holders: AssignmentRow[];
  substitutes: AssignmentRow[];
  coverage: Coverage;
};

/** Says whether a responsibility sleeps: `deriveAsleep`, or nothing as long as recurrence is not loaded. */
export type SleepCheck = (snapshot: TeamSnapshot, responsibility: ResponsibilityRow, today: LocalDate) => Asleep | null;

/**
 * The team's responsibilities grouped by area, in the order of the areas and then by title; closed ones only when asked.
 * Who carries is who carries today: what is delegated until a day is with whom it is delegated to.
 */
export const deriveBoard = (
  snapshot: TeamSnapshot,
  { today, closed = false, asleep = () => null }: { today: LocalDate; closed?: boolean; asleep?: SleepCheck },
): { area: TeamSnapshot['area'][string]; responsibilities: CoveredResponsibility[] }[] => {
  const byResponsibility = new Map<string, AssignmentRow[]>();
  for (const assignment of carriedOn(snapshot, today)) {
    const known = byResponsibility.get(assignment.responsibilityId);
    if (known) known.push(assignment);
    else byResponsibility.set(assignment.responsibilityId, [assignment]);
  }
  const responsibilities = Object.values(snapshot.responsibility)
    .filter((responsibility) => (responsibility.closedOn !== null) === closed)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'nl'))
    .map((responsibility): CoveredResponsibility => {
      const assignments = (byResponsibility.get(responsibility.id) ?? []).toSorted(inOrderOfStart);
      return {
        ...responsibility,
        holders: assignments.filter((assignment) => assignment.role === 'holder'),
        substitutes: assignments.filter((assignment) => assignment.role === 'substitute'),
        coverage: deriveCoverage(assignments, {
          asleep: asleep(snapshot, responsibility, today),
          independent: independentIn(snapshot, responsibility.id),
        }),
      };
    });
  return Object.values(snapshot.area)
    .toSorted((one, other) => one.order - other.order || one.name.localeCompare(other.name, 'nl'))
    .map((area) => ({
      area,
      responsibilities: responsibilities.filter((responsibility) => responsibility.areaId === area.id),
    }));
};

/** How many responsibilities are in each state; the board's first sentence is made of it. */
export const countCoverage = (coverages: readonly Coverage[]): Record<CoverageState, number> => {
  const counts = { gap: 0, unclear: 0, asleep: 0, fragile: 0, covered: 0 };
  for (const coverage of coverages) counts[coverage.state] += 1;
  return counts;
};
