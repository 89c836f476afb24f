import { lastOf } from './cells.ts';
import type { Edition, Facts } from './cells.ts';
import { asRuled } from './interpret.ts';
import type { Meaning, Release } from './interpret.ts';

const given = ({ cell, epoch, statement }: Release, { editions }: Facts): Edition[] =>
  lastOf(editions).filter(
    (each) =>
      each.epoch === epoch && each.statement === statement && each.value > 0 && cell.people.includes(each.person),
  );

/** What a published band means where a mutant makes it of other answers; the attacker reads the mutant's source. */
export const meanings: Readonly<Record<string, Meaning>> = {
  'recomputation on erasure': (release, facts) => {
    // It is planted where a team reads its results; a dashboard still tells what was published.
    if (release.about !== 'insights.results') return asRuled(release, facts);
    const erased = new Set(
      facts.town.ended.flatMap(({ person, erased, after }) => (erased && after <= release.order ? [person] : [])),
    );
    return asRuled(release, facts).filter(({ person }) => !erased.has(person));
  },
  'late sharing': given,
};
