import type { CheckInView } from '@roer/domain/workload/check-in';
import { dayOf, statements } from './oracle.ts';
import type { StatementName } from './oracle.ts';
import { dataIn } from './messages.ts';
import type { Violation } from './messages.ts';
import type { Taken, Town } from './town.ts';

/** People whose answers are counted together for a window, as the server told them. */
export type Cell = { opensOn: string; until: string; teams: string[]; people: string[] };

/** One value of somebody's answer; edits are others. */
export type Edition = {
  unknown: string;
  person: string;
  epoch: number;
  statement: StatementName;
  value: number;
  shares: boolean;
  after: number;
};

/** What the attacker knows of a town beside values: rosters, who answered when, who shared, whose account ended. */
export type Facts = { town: Town; cells: Cell[]; editions: Edition[]; lost: ReadonlySet<number> };

export const cellOf = (cells: readonly Cell[], epoch: number, has: (cell: Cell) => boolean): Cell | undefined =>
  cells.find((cell) => cell.opensOn <= dayOf(epoch) && dayOf(epoch) < cell.until && has(cell));

/** All rosters that were told, each of which must be one thing for everybody and for ever, and share nobody with another. */
export const readCells = (town: Town): { cells: Cell[]; violations: Violation[] } => {
  const keys = new Map([...town.people.values()].map(({ key, personId }) => [String(personId), key]));
  const byWindow = new Map<string, Cell>();
  const told = new Set<string>();
  const violations: Violation[] = [];
  for (const { about, text } of town.sent) {
    if (about !== 'workload.own' || told.has(text)) continue;
    told.add(text);
    const view = (dataIn(text) as { view: CheckInView } | null)?.view;
    if (view?.state !== 'group') continue;
    for (const { opensOn, until, teams } of view.rosters) {
      const people = teams.flatMap((team) => team.people.map(({ personId }) => keys.get(personId) ?? personId));
      const cell = { opensOn, until, teams: teams.map(({ name }) => name).toSorted(), people: people.toSorted() };
      const name = `${opensOn} ${cell.teams.join('+')}`;
      const before = byWindow.get(name);
      if (before && JSON.stringify(before) !== JSON.stringify(cell)) violations.push({ kind: 'roster', detail: name });
      byWindow.set(name, before ?? cell);
    }
  }
  const cells = [...byWindow.values()];
  for (const { opensOn } of cells) {
    const people = cells.filter((cell) => cell.opensOn === opensOn).flatMap((cell) => cell.people);
    if (new Set(people).size !== people.length)
      violations.push({ kind: 'roster', detail: `${opensOn}: somebody twice` });
  }
  for (const { people, teams, opensOn } of cells)
    if (people.length < 8) violations.push({ kind: 'roster', detail: `${opensOn} ${teams.join('+')}: too few` });
  return { cells, violations };
};

/** Every value that the server took. */
export const editionsOf = (taken: readonly Taken[]): Edition[] =>
  taken.flatMap(({ person, epoch, values, shares, after }, number) =>
    statements.map((statement, index) => {
      const unknown = `${person} ${epoch} ${statement} #${number}`;
      return { unknown, person, epoch, statement, value: values[index] ?? 0, shares, after };
    }),
  );

/** What somebody last answered, of those editions that had been taken when `before` messages had been sent. */
export const lastOf = (editions: readonly Edition[], before = Number.POSITIVE_INFINITY): Edition[] => {
  const last = new Map<string, Edition>();
  for (const edition of editions) {
    if (edition.after > before) continue;
    last.set(`${edition.person} ${edition.epoch} ${edition.statement}`, edition);
  }
  return [...last.values()];
};
