import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot, TransferItem } from '@roer/domain/feed';
import { decideConsentTransfer, decideProposeTransfer } from '@roer/domain/workload/transfer';
import { after, aTeam, by, theId, today } from './team-builder.ts';

export type Moving = {
  slot?: number;
  work?: number;
  from?: number;
  to: number;
  share?: number;
  of?: number;
  id?: number;
};
export const item = ({ slot = 1, work, from = 1, to, share = 100, of = 1, id = 1 }: Moving): TransferItem => ({
  id: theId('transferItem', id),
  responsibilityId: theId('responsibility', of),
  assignmentId: work === undefined ? theId('assignment', slot) : null,
  workId: work === undefined ? null : theId('deadlineWork', work),
  sharePercent: share,
  giver: theId('person', from),
  receiver: theId('person', to),
});
export type Proposing = { id?: number; actor?: number; day?: string; from?: string; until?: string | null };
export const propose = (
  facts: TeamSnapshot,
  items: TransferItem[],
  { id = 1, actor = 1, day = today, from = day, until = null }: Proposing = {},
) => decideProposeTransfer(facts, { transferId: theId('transfer', id), items, from, until }, by(actor, day));
export const proposed = (facts: TeamSnapshot, items: TransferItem[], how: Proposing = {}): TeamSnapshot =>
  after(facts, propose(facts, items, how));
export const consent = (facts: TeamSnapshot, person: number, { id = 1, day = today } = {}) =>
  decideConsentTransfer(facts, { transferId: theId('transfer', id) }, by(person, day));
export const agreed = (facts: TeamSnapshot, people: number[], how: { id?: number; day?: string } = {}): TeamSnapshot =>
  people.reduce((team, person) => after(team, consent(team, person, how)), facts);

export const open = (facts: TeamSnapshot) => Object.values(facts.transfer);

/** Four people, of whom the first carries the one thing there is. */
export const one = aTeam({ people: 4, carried: [{ person: 1 }] });
export const in3 = addDays(today, 3);
export const in10 = addDays(today, 10);
