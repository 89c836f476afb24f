import type { LocalDate } from '../dates.ts';
import type { DomainId, TeamId } from '../ids.ts';

/** People whose answers count that a group needs at least (rule P16 says who counts). */
export const smallestCell = 8;

/** A team with the number of its people who count. */
export type CellTeam = { id: TeamId; domainId: DomainId; createdOn: LocalDate; counting: number };

/**
 * Which teams are counted together (rule P9.3). A team of eight or more is a group. Smaller teams of a domain join in the order
 * in which they were made until there are eight; a group of the window before stays as long as it is large enough and its
 * teams are small. What cannot be joined is in no group. Each group's teams are sorted by id.
 */
export const deriveCells = (teams: readonly CellTeam[], previous: readonly (readonly TeamId[])[]): TeamId[][] => {
  const small = new Map(teams.filter(({ counting }) => counting < smallestCell).map((team) => [team.id, team]));
  const cells = teams.filter(({ counting }) => counting >= smallestCell).map(({ id }) => [id]);
  const joined = new Set<TeamId>();
  const join = (ids: readonly TeamId[]): void => {
    cells.push(ids.toSorted());
    for (const id of ids) joined.add(id);
  };

  for (const ids of previous) {
    const members = ids.flatMap((id) => small.get(id) ?? []);
    const together = new Set(members.map(({ domainId }) => domainId)).size === 1;
    if (ids.length > 1 && members.length === ids.length && together && countOf(members) >= smallestCell) join(ids);
  }

  const left = [...small.values()].filter(({ id, counting }) => counting > 0 && !joined.has(id));
  for (const domainId of new Set(left.map((team) => team.domainId))) {
    let group: CellTeam[] = [];
    for (const team of left.filter((each) => each.domainId === domainId).toSorted(byCreation)) {
      group.push(team);
      if (countOf(group) < smallestCell) continue;
      join(group.map(({ id }) => id));
      group = [];
    }
  }
  return cells.toSorted((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
};

const countOf = (teams: readonly CellTeam[]): number => teams.reduce((sum, { counting }) => sum + counting, 0);

/** Never by name, which can be chosen. Ids hold the moment at which they were made. */
const byCreation = (one: CellTeam, other: CellTeam): number => {
  if (one.createdOn !== other.createdOn) return one.createdOn < other.createdOn ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

/** What decides whether somebody's answer counts in their home team. */
export type CountedPerson = {
  /** The account was opened by a link that only its owner could see, before the day on which the roster is made. */
  provenMailbox: boolean;
  isAdministrator: boolean;
  /** The domains that they manage; `all` for a manager of the whole organisation. */
  manages: readonly (DomainId | 'all')[];
};

/**
 * Whether an account has been its owner's since before the roster of `announcedOn` (rule P16). Who gets hold of somebody's account later
 * cannot answer as them in that roster, and stands out in the next one.
 */
export const isOwnSince = (
  provenOn: LocalDate | null,
  { announcedOn, demo }: { announcedOn: LocalDate; demo: boolean },
): boolean => demo || (provenOn !== null && provenOn < announcedOn);

/**
 * Why somebody does not count in a home team of this domain, or null when they do (rule P16). In the example municipality
 * nobody has a mailbox.
 */
export const notCounted = (
  person: CountedPerson,
  { domainId, demo }: { domainId: DomainId; demo: boolean },
): 'governs' | 'notYetActive' | null => {
  if (person.isAdministrator || person.manages.some((managed) => managed === 'all' || managed === domainId))
    return 'governs';
  return person.provenMailbox || demo ? null : 'notYetActive';
};
