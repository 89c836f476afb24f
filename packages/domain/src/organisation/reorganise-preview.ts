import type { RowChange, TeamSnapshot } from '../feed.ts';
import type { ResponsibilityId, TeamId } from '../ids.ts';
import type { RegroupedTeam } from './reorganise-regroup.ts';

/**
 * What a regrouping does to one team, in counts (rule O26): an administrator sees nothing else of its work. Offers, handovers, help that
 * was asked and what somebody took over for a while end with it too; of one person these say more than what they carry, so they are not
 * counted. `fallsOpen` is of responsibilities that had a holder and have none any more; `partlyOpen` of those that keep one of several.
 */
export type TeamEffect = {
  teamId: TeamId;
  peopleIn: number;
  peopleOut: number;
  /** Who was in it already and gets the hours of both teams. */
  hoursAdded: number;
  /** For whom this becomes the home team, and for whom it is no longer. */
  homesIn: number;
  homesOut: number;
  responsibilitiesIn: number;
  responsibilitiesOut: number;
  stopped: number;
  renamed: number;
  fallsOpen: number;
  partlyOpen: number;
  standInsEnd: number;
};

const holdersOf = (snapshot: TeamSnapshot, id: ResponsibilityId): number =>
  Object.values(snapshot.assignment).filter((row) => row.responsibilityId === id && row.role === 'holder').length;

type Opening = { id: ResponsibilityId; from: TeamId; teamId: TeamId; title: string; isWhole: boolean };

/**
 * The responsibilities that lose a holder: from which team they came, in which they are, and whether nobody holds them any more. A title
 * is for the team that it is of.
 */
export const openingsOf = (teams: readonly RegroupedTeam[]): Opening[] => {
  const homes = new Map(
    teams.flatMap((team) =>
      // Keys of a record of responsibilities.
      Object.keys(team.before.responsibility).map((id) => [id as ResponsibilityId, team] as const),
    ),
  );
  return teams.flatMap(({ teamId, after }) =>
    Object.values(after.responsibility).flatMap((row): Opening[] => {
      const home = homes.get(row.id);
      if (!home || row.closedOn !== null) return [];
      const [had, has] = [holdersOf(home.before, row.id), holdersOf(after, row.id)];
      if (has >= had) return [];
      return [{ id: row.id, from: home.teamId, teamId, title: row.title, isWhole: has === 0 }];
    }),
  );
};

type Of<E extends RowChange['entity']> = Extract<RowChange, { entity: E }>;

/** What happens to each team, in the order of `teams`. */
export const effectsOf = (teams: readonly RegroupedTeam[]): TeamEffect[] => {
  const openings = openingsOf(teams);
  return teams.map((team) => {
    const { teamId, changes, moved, before, after } = team;
    const own = changes.filter((change) => !moved.has(change));
    const count = <E extends RowChange['entity']>(entity: E, counts: (change: Of<E>) => boolean): number =>
      // What has this entity is a change of it.
      own.filter((change) => change.entity === entity && counts(change as Of<E>)).length;
    const carried = [...moved];
    const came = carried.filter(({ entity, after: row }) => entity === 'responsibility' && row !== null);
    const went = carried.filter(({ entity, before: row }) => entity === 'responsibility' && row !== null);
    const titles = new Map(
      teams.flatMap((other) => Object.values(other.before.responsibility).map(({ id, title }) => [id, title])),
    );
    const open = openings.filter((opening) => opening.teamId === teamId);
    return {
      teamId,
      peopleIn: count('member', (change) => change.before === null),
      peopleOut: count('member', ({ after: row }) => row?.until !== null),
      hoursAdded: count(
        'member',
        ({ before: was, after: is }) =>
          was !== null && is !== null && is.until === null && sum(is.minutesByWeekday) > sum(was.minutesByWeekday),
      ),
      homesIn: homesOf(after).filter((personId) => !homesOf(before).includes(personId)).length,
      homesOut: homesOf(before).filter((personId) => !homesOf(after).includes(personId)).length,
      responsibilitiesIn: came.length,
      responsibilitiesOut: went.length,
      stopped: count('responsibility', (change) => change.after !== null && change.after.closedOn !== null),
      // What loses the addition that it got by going the other way has its own title again.
      renamed: Object.values(after.responsibility).filter(
        ({ id, title }) => came.some(isOf(id)) && titles.get(id)?.startsWith(title) === false,
      ).length,
      fallsOpen: open.filter(({ isWhole }) => isWhole).length,
      partlyOpen: open.filter(({ isWhole }) => !isWhole).length,
      standInsEnd: count('assignment', ({ after: row }) => row?.role === 'substitute' && row.until !== null),
    };
  });
};

const isOf =
  (id: ResponsibilityId) =>
  (change: RowChange): boolean =>
    change.after !== null && change.after.id === id;

const sum = (minutes: readonly number[]): number => minutes.reduce((all, one) => all + one, 0);

const homesOf = (snapshot: TeamSnapshot): string[] =>
  Object.values(snapshot.member)
    .filter(({ home }) => home)
    .map(({ personId }) => personId);
