import type { LocalDate } from '../dates.ts';
import type { AssignmentRow, TeamSnapshot } from '../feed.ts';
import type { CoverLevel, CoverLevelRow } from './cover-rows.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';

/** From watching to teaching, in the order in which somebody grows. */
export const coverLevels = [
  'observing',
  'together',
  'independent',
  'teaching',
] as const satisfies readonly CoverLevel[];

/** 0 for who does not learn it, up to 4 for who teaches it. */
export const rankOf = (level: CoverLevel | null): number => (level === null ? 0 : coverLevels.indexOf(level) + 1);

/** The next step, or null for who teaches it already. */
export const levelAfter = (level: CoverLevel | null): CoverLevel | null => coverLevels[rankOf(level)] ?? null;

/** Rule L1.6: from here on somebody can do it without anybody beside them. */
export const isIndependent = (level: CoverLevel | null): boolean => rankOf(level) >= rankOf('independent');

/** What somebody said and heard about one responsibility: what holds now, what waits for an answer, and everything in order. */
export type OwnCover = { now: CoverLevelRow | null; proposed: CoverLevelRow | null; rows: readonly CoverLevelRow[] };

type Covers = ReadonlyMap<ResponsibilityId, ReadonlyMap<PersonId, OwnCover>>;
const coversBySnapshot = new WeakMap<TeamSnapshot['coverLevel'], Covers>();

/** The levels of a team by responsibility and person, sorted out once for a snapshot: its rows are never changed in place. */
const coversOf = ({ coverLevel }: Pick<TeamSnapshot, 'coverLevel'>): Covers => {
  const known = coversBySnapshot.get(coverLevel);
  if (known) return known;
  const covers = new Map<ResponsibilityId, Map<PersonId, OwnCover>>();
  for (const row of Object.values(coverLevel).toSorted((one, other) => one.number - other.number)) {
    const people = covers.get(row.responsibilityId) ?? new Map<PersonId, OwnCover>();
    covers.set(row.responsibilityId, people);
    const own = people.get(row.personId) ?? { now: null, proposed: null, rows: [] };
    people.set(row.personId, {
      now: row.state === 'confirmed' ? row : own.now,
      proposed: row.state === 'proposed' ? row : own.proposed,
      rows: [...own.rows, row],
    });
  }
  coversBySnapshot.set(coverLevel, covers);
  return covers;
};

const nothing: OwnCover = { now: null, proposed: null, rows: [] };

/** What somebody can do of a responsibility, as far as they said. */
export const coverOf = (
  snapshot: Pick<TeamSnapshot, 'coverLevel'>,
  { responsibilityId, personId }: { responsibilityId: ResponsibilityId; personId: PersonId },
): OwnCover => coversOf(snapshot).get(responsibilityId)?.get(personId) ?? nothing;

type Learnt = Pick<TeamSnapshot, 'coverLevel' | 'heldBefore'>;

/** Whether it still counts that somebody held something: they never said how far they are, or only before that, that they do not learn it. */
const isCounted = (snapshot: Learnt, row: AssignmentRow): boolean => {
  const { now } = coverOf(snapshot, row);
  return !now || (now.level === null && now.proposedOn < row.from);
};

/**
 * Until which day somebody held a responsibility for so long that they count as *independent* since (rule L1.6); null for who did
 * not, who said how far they are, or who said since then that they do it no more.
 */
export const heldUntil = (
  snapshot: Learnt,
  { responsibilityId, personId }: { responsibilityId: ResponsibilityId; personId: PersonId },
): LocalDate | null =>
  Object.values(snapshot.heldBefore)
    .flatMap((row) =>
      row.responsibilityId === responsibilityId && row.personId === personId && isCounted(snapshot, row)
        ? (row.until ?? [])
        : [],
    )
    .toSorted()
    .at(-1) ?? null;

/**
 * Who of the team as it is now can do it without anybody beside them, also when they carry none of it (rule L1.6): who said so and heard it
 * from others, and who held it for long. In order of their ids.
 */
export const independentIn = (
  snapshot: Learnt & Pick<TeamSnapshot, 'member'>,
  responsibilityId: ResponsibilityId,
): PersonId[] => {
  const able = new Set<PersonId>();
  for (const [personId, { now }] of coversOf(snapshot).get(responsibilityId) ?? [])
    if (isIndependent(now?.level ?? null)) able.add(personId);
  for (const row of Object.values(snapshot.heldBefore))
    if (row.responsibilityId === responsibilityId && isCounted(snapshot, row)) able.add(row.personId);
  return Object.values(snapshot.member)
    .flatMap(({ personId }) => (able.has(personId) ? [personId] : []))
    .toSorted();
};
