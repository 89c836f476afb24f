import type { LocalDate } from '../dates.ts';
import type { MembershipFact, PersonDraft } from './import-people.ts';

type HomeRange = { draft: PersonDraft | null; from: LocalDate; until: LocalDate | null };

const overlap = (one: HomeRange, other: HomeRange): boolean =>
  (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);

/**
 * Which rows make or keep a home team (rule IM14). Where the file is silent what is stays, and somebody without a home team
 * gets the first team that they join. Two homes at once are told at every row that makes one. `past` gives all memberships of an address.
 */
export const decideHomes = (
  drafts: readonly PersonDraft[],
  past: (email: string) => readonly MembershipFact[],
): ReadonlyMap<PersonDraft, boolean> => {
  const homes = new Map<PersonDraft, boolean>();
  for (const [email, own] of Map.groupBy(drafts, (draft) => draft.email)) {
    const mentioned = new Set(own.map(({ current }) => current?.id));
    const ranges: HomeRange[] = past(email)
      .filter(({ id, home }) => home && !mentioned.has(id))
      .map(({ from, until }) => ({ draft: null, from, until }));
    const silent: PersonDraft[] = [];
    for (const draft of own) {
      if (!draft.team) continue;
      const home = draft.home ?? draft.current?.home ?? null;
      if (home === null) silent.push(draft);
      homes.set(draft, home ?? false);
      if (home) ranges.push({ draft, from: draft.current?.from ?? draft.from, until: null });
    }
    const first = silent[0];
    const would: HomeRange | null = first ? { draft: first, from: first.from, until: null } : null;
    if (first && would && !ranges.some((range) => overlap(range, would))) homes.set(first, true);
    for (const range of ranges) {
      const { draft } = range;
      if (draft && ranges.some((other) => other !== range && overlap(range, other)))
        draft.row.wrong('home', 'homeElsewhere', { value: draft.row.text('home') || draft.row.text('team') });
    }
  }
  return homes;
};
