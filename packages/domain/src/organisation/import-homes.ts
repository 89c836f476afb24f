import type { MembershipFact, PersonDraft } from './import-people.ts';

/**
 * Which rows make or keep a home team (rule IM14). Where the file is silent what is stays, and somebody without a home team
 * gets the first team that they join. Two homes are told at every row that makes one. `past` gives all memberships of an address;
 * those that ended make no home any more.
 */
export const decideHomes = (
  drafts: readonly PersonDraft[],
  past: (email: string) => readonly MembershipFact[],
): ReadonlyMap<PersonDraft, boolean> => {
  const homes = new Map<PersonDraft, boolean>();
  for (const [email, own] of Map.groupBy(drafts, (draft) => draft.email)) {
    const mentioned = new Set(own.map(({ current }) => current?.id));
    const isElsewhere = past(email).some(({ id, home, until }) => home && until === null && !mentioned.has(id));
    const inTeams = own.filter(({ team }) => team);
    const homeOf = ({ home, current }: PersonDraft): boolean | null => home ?? current?.home ?? null;
    const made = inTeams.filter((draft) => homeOf(draft) === true);
    for (const draft of inTeams) homes.set(draft, homeOf(draft) ?? false);
    const first = inTeams.find((draft) => homeOf(draft) === null);
    if (first && !isElsewhere && made.length === 0) homes.set(first, true);
    if (isElsewhere || made.length > 1)
      for (const { row } of made) row.wrong('home', 'homeElsewhere', { value: row.text('home') || row.text('team') });
  }
  return homes;
};
