import { applyChanges } from '../feed.ts';
import type { Entity, RowChange, TransferRow } from '../feed.ts';
import type { ResponsibilityId, TeamId } from '../ids.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { withdrawnTransfer } from '../workload/transfer-endings.ts';
import type { Regrouping } from './reorganise-regrouping.ts';

/** What hangs on a responsibility and goes where it goes (rule O21). */
const hanging = [
  'assignment',
  'offer',
  'delegation',
  'duty',
  'occurrence',
  'help',
  'note',
  'deadlineWork',
  'handover',
  'duo',
  'coverLevel',
  'leaveIntent',
] as const satisfies readonly Entity[];

/** What a team gives away, by the team that gets it: each row as a change that takes it out, and what of the team is left. */
export type GivenAway = { withdrawn: RowChange[]; gone: Map<TeamId, RowChange[]>; left: TeamFacts };

/**
 * Takes out of a team what goes to other teams, with all that hangs on it. A proposal that would be torn apart is withdrawn
 * first.
 */
export const giveAway = (facts: TeamFacts, teamId: TeamId, regrouping: Regrouping): GivenAway => {
  const goesTo = new Map<ResponsibilityId, TeamId>(
    regrouping.responsibilities.flatMap(({ from, responsibilityId, to }) =>
      from === teamId && facts.responsibility[responsibilityId] ? [[responsibilityId, to]] : [],
    ),
  );
  const torn = Object.values(facts.transfer).filter((transfer) => goalsOf(transfer, goesTo).size > 1);
  const withdrawn = torn.map(withdrawnTransfer);
  const whole = applyChanges(facts, withdrawn);
  const gone = new Map<TeamId, RowChange[]>();
  const give = (to: TeamId | undefined, change: RowChange): void => {
    if (to) gone.set(to, [...(gone.get(to) ?? []), change]);
  };
  for (const row of Object.values(whole.responsibility))
    give(goesTo.get(row.id), { entity: 'responsibility', before: row, after: null });
  for (const entity of hanging)
    for (const row of Object.values(whole[entity]))
      if (row.responsibilityId !== null) give(goesTo.get(row.responsibilityId), takenOut(entity, row));
  for (const row of Object.values(whole.heldBefore))
    give(goesTo.get(row.responsibilityId), { entity: 'assignment', before: row, after: null });
  for (const row of Object.values(whole.transfer))
    for (const to of goalsOf(row, goesTo)) give(to ?? undefined, { entity: 'transfer', before: row, after: null });
  for (const { entity, id, from, to } of regrouping.loose) {
    const row = from === teamId ? whole[entity][id] : undefined;
    if (row) give(to, takenOut(entity, row));
  }
  return { withdrawn, gone, left: applyChanges(whole, [...gone.values()].flat()) };
};

/** Where the things of a proposal go; null for what stays. */
const goalsOf = ({ items }: TransferRow, goesTo: ReadonlyMap<ResponsibilityId, TeamId>): Set<TeamId | null> =>
  new Set(items.map(({ responsibilityId }) => goesTo.get(responsibilityId) ?? null));

// The row is one of this very entity, which TypeScript cannot follow through the union.
const takenOut = (entity: Entity, row: object): RowChange => ({ entity, before: row, after: null }) as RowChange;

/** A change that puts in another team what a change took out. */
export const putIn = (change: RowChange): RowChange =>
  // Turned around it is of the same entity, which TypeScript cannot follow through the union.
  ({ entity: change.entity, before: null, after: change.before }) as RowChange;
