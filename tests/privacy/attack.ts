import { editionsOf, lastOf, readCells } from './cells.ts';
import type { Cell, Edition, Facts } from './cells.ts';
import { asRuled, interpret } from './interpret.ts';
import type { Meaning } from './interpret.ts';
import { unknownMessages } from './messages.ts';
import type { Violation } from './messages.ts';
import type { Solver } from './solver.ts';
import type { Town } from './town.ts';

/** What came of attacking one town. */
export type Verdict = {
  seed: number;
  people: number;
  groups: number;
  /** Published bands and published absences. */
  released: number;
  empty: number;
  /** Answers that were given, by statement, and those of them of which the attacker can exclude a value. */
  answers: number;
  narrowed: number;
  violations: Violation[];
};

export type Attacker = {
  bounds: Solver;
  meaning?: Meaning;
  /** Epochs whose releases were published and then lost, because a backup from before them was restored. */
  lost?: ReadonlySet<number>;
};

/**
 * Attacks one town with everything that left the server: in turn each member of each group is the insider, who knows what they
 * answered themselves, all along. Who answered, when, and who shared is known to the attacker.
 */
export const attack = (town: Town, { bounds, meaning = asRuled, lost = new Set() }: Attacker): Verdict => {
  const { cells, violations } = readCells(town);
  const facts: Facts = { town, cells, editions: editionsOf(town.taken), lost };
  const found = interpret(facts, meaning);
  const invented = new Set(town.plan.people.flatMap(({ key, proven }) => (proven ? [] : [key])));
  const narrowed = new Set<string>();
  // Twice, so that everybody comes first in the order of either window.
  const turns = 2 * Math.max(1, ...cells.map(({ people }) => people.length));
  for (let turn = 0; turn < turns; turn += 1) {
    const insiders = insidersOf(cells, turn);
    const known = facts.editions.filter(({ person, shares }) => insiders.has(person) || invented.has(person) || shares);
    for (const [unknown, { least, most }] of bounds(found.constraints, valuesOf(known)))
      if (least > 1 || most < 5) narrowed.add(unknown);
  }
  const given = lastOf(facts.editions).filter(({ value }) => value > 0);
  return {
    seed: town.plan.seed,
    people: town.people.size,
    groups: cells.length,
    released: new Set(found.releases.filter(({ band }) => band !== null).map(nameOfRelease)).size,
    empty: new Set(found.releases.filter(({ band }) => band === null).map(nameOfRelease)).size,
    answers: given.length,
    narrowed: narrowed.size,
    violations: [...violations, ...found.violations, ...unknownMessages(town.sent)],
  };
};

/** In as many groups as possible one person, and in none two, also when rosters change: from the `turn`-th of each group on. */
const insidersOf = (cells: readonly Cell[], turn: number): Set<string> => {
  const insiders = new Set<string>();
  const isTaken = ({ people }: Cell): boolean => people.some((person) => insiders.has(person));
  // Every other turn the later rosters choose first.
  for (const { people } of turn % 2 === 0 ? cells : cells.toReversed()) {
    if (people.some((person) => insiders.has(person))) continue;
    const inOrder = people.map((_, index) => people[((turn >> 1) + index) % people.length] ?? '');
    const fits = inOrder.find((person) => !cells.some((cell) => cell.people.includes(person) && isTaken(cell)));
    if (fits !== undefined) insiders.add(fits);
  }
  return insiders;
};

const valuesOf = (editions: readonly Edition[]): Map<string, number> =>
  new Map(editions.map(({ unknown, value }) => [unknown, value]));
const nameOfRelease = ({
  cell,
  epoch,
  statement,
}: {
  cell: { teams: string[] };
  epoch: number;
  statement: string;
}): string => `${cell.teams.join('+')} ${epoch} ${statement}`;
