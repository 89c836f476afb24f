import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot, TransferItem } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonId } from '@roer/domain/ids';
import {
  decideAddDeadlineWork,
  decideEditDeadlineWork,
  decideSettleDeadlineWork,
  decideTakeDeadlineShare,
} from '@roer/domain/workload/deadline-work';
import { sharesOfWork } from '@roer/domain/workload/deadline-shares';
import { decideRecordOverload } from '@roer/domain/workload/overload';
import { decideConsentTransfer, decideProposeTransfer, decideWithdrawTransfer } from '@roer/domain/workload/transfer';
import { by, theId } from './team-builder.ts';
import type { Command, Step } from './team-model.ts';

type Seen = { seen: TeamSnapshot; number: number; day: string };

const pick = <Row>(rows: readonly Row[], which: number): Row | undefined => rows[which % Math.max(1, rows.length)];

/** A part of an assignment, or now and then of work with a deadline, from who has it to somebody else. */
const itemsOf = (step: Step, { seen, number, day }: Seen): TransferItem[] =>
  [0, 1].slice(0, 1 + (step.which % 2)).flatMap((index): TransferItem[] => {
    const id = theId('transferItem', number + 100_000 * (index + 1));
    const receiver = theId('person', step.other);
    const work = step.which % 5 === 0 ? pick(Object.values(seen.deadlineWork), step.which + index) : undefined;
    const part = work && pick(sharesOfWork(work, Object.values(seen.assignment), day), step.share);
    if (work && part)
      return [
        {
          id,
          receiver,
          responsibilityId: work.responsibilityId,
          assignmentId: null,
          workId: work.id,
          giver: part.personId,
          sharePercent: Math.max(1, Math.min(part.percent, step.share)),
        },
      ];
    const given = pick(Object.values(seen.assignment), step.which + index);
    if (!given) return [];
    const { id: assignmentId, responsibilityId, personId: giver } = given;
    const sharePercent = Math.min(given.sharePercent, step.share);
    return [{ id, receiver, responsibilityId, assignmentId, workId: null, giver, sharePercent }];
  });

/** Somebody who is asked and has not agreed, mostly. */
const askedIn = (seen: TeamSnapshot, step: Step): PersonId | undefined => {
  const transfer = pick(Object.values(seen.transfer), step.which);
  const people = (transfer?.items ?? []).flatMap(({ giver, receiver }) => [giver, receiver]);
  return people.find((personId) => !transfer?.consents.includes(personId));
};

/** What somebody does about work with a deadline, moves of work and weeks that are full. Null when there is nothing to do it with. */
export const workloadCommandOf = (step: Step, { seen, number, day }: Seen): Command | null => {
  const context = by(step.person, day);
  const { which, share } = step;
  const target = pick(Object.values(seen.responsibility), which);
  const work = pick(Object.values(seen.deadlineWork), which);
  const transfer = pick(Object.values(seen.transfer), which);
  const text = {
    title: `Work ${share}`,
    earliestStart: addDays(day, (which % 9) - 4),
    due: addDays(day, which),
    leastMinutes: share,
    likelyMinutes: 2 * share,
    mostMinutes: 3 * share,
  };
  const ofWork = work && { responsibilityId: work.responsibilityId, workId: work.id };
  switch (step.kind) {
    case 22:
      if (!target) return null;
      return {
        action: 'deadlineWork.add',
        context,
        decide: (facts) =>
          decideAddDeadlineWork(
            facts,
            { responsibilityId: target.id, workId: theId('deadlineWork', number), text },
            context,
          ),
      };
    case 23:
      if (!work || !ofWork) return null;
      if (which % 3 === 0)
        return {
          action: 'deadlineWork.edit',
          context,
          decide: (facts) => decideEditDeadlineWork(facts, { ...ofWork, version: work.version, text }, context),
        };
      return {
        action: 'deadlineWork.settle',
        context,
        decide: (facts) => decideSettleDeadlineWork(facts, { ...ofWork, done: step.flag }, context),
      };
    case 24:
      if (!ofWork) return null;
      return {
        action: 'deadlineWork.takeShare',
        context,
        decide: (facts) => decideTakeDeadlineShare(facts, { ...ofWork, percent: step.flag ? share : 0 }, context),
      };
    case 25:
    case 26:
    case 27: {
      const items = itemsOf(step, { seen, number, day });
      if (items.length === 0) return null;
      const from = step.flag ? day : addDays(day, which % 7);
      const until = step.flag ? null : addDays(from, 1 + (which % 20));
      const transferId = theId('transfer', number);
      // Mostly somebody whom it concerns.
      const proposing = which % 4 === 0 ? context : by(Number((items[0]?.giver ?? '').slice(-12)), day);
      return {
        action: 'transfer.propose',
        context: proposing,
        decide: (facts) => decideProposeTransfer(facts, { transferId, items, from, until }, proposing),
      };
    }
    case 28:
    case 29:
    case 30: {
      if (!transfer) return null;
      const asked = askedIn(seen, step);
      const answering = asked ? by(Number(asked.slice(-12)), day) : context;
      const input = { transferId: transfer.id };
      if (which % 7 === 0)
        return {
          action: 'transfer.withdraw',
          context: answering,
          decide: (facts) => decideWithdrawTransfer(facts, input, answering),
        };
      return {
        action: 'transfer.consent',
        context: answering,
        decide: (facts) => decideConsentTransfer(facts, input, answering),
      };
    }
    default: {
      const kind = step.flag ? ('accepted' as const) : ('moved' as const);
      const responsibilityId = step.flag ? null : (target?.id ?? null);
      const monday = addDays(mondayOf(day), 7 * (which % 3));
      const input = { overloadId: theId('overload', number), monday, kind, responsibilityId };
      return { action: 'overload.record', context, decide: (facts) => decideRecordOverload(facts, input, context) };
    }
  }
};
