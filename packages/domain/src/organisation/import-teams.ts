import type { TeamId } from '../ids.ts';
import type { RowReading } from './import-rows.ts';
import { sameAs } from './import-values.ts';

/** An open team with the domain that it is in. */
export type TeamFact = { id: TeamId; name: string; domain: string | null };

/** Finds the team that a row names, by its domain too when the row says one (rule IM10); null when it does not, which is then told. */
export const teamFinder = (teams: readonly TeamFact[]): ((row: RowReading) => TeamFact | null) => {
  const byName = Map.groupBy(teams, ({ name }) => sameAs(name));
  const domains = new Set(teams.map(({ domain }) => sameAs(domain ?? '')));
  return (row) => {
    const [team, domain] = [row.text('team'), row.text('domain')];
    if (team === '') return null;
    const named = byName.get(sameAs(team)) ?? [];
    if (named.length === 0) {
      row.wrong('team', 'unknownTeam', { value: team });
      return null;
    }
    if (domain !== '' && !domains.has(sameAs(domain))) {
      row.wrong('domain', 'unknownDomain', { value: domain });
      return null;
    }
    const there = domain === '' ? named : named.filter((each) => sameAs(each.domain ?? '') === sameAs(domain));
    const [only] = there;
    if (there.length === 1 && only) return only;
    row.wrong('team', there.length === 0 ? 'unknownTeam' : 'ambiguousTeam', { value: team });
    return null;
  };
};
