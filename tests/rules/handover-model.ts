import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { HandoverRow } from '@roer/domain/learning/handover-rows';
import type { PersonId } from '@roer/domain/ids';
import { decideAgreeDuo, decideEndDuo, decideProposeDuo, decideWithdrawDuo } from '@roer/domain/learning/duo';
import { decideHoldDuoSession, decidePlanDuoSession, decideWriteDuoNote } from '@roer/domain/learning/duo-sessions';
import {
  decideAcceptHandover,
  decideChangeHandover,
  decideDeclineHandover,
  decideReceiveHandover,
  decideReturnHandover,
  decideStartHandovers,
  decideWithdrawHandover,
} from '@roer/domain/learning/handover';
import {
  decideRemoveHandoverItem,
  decideTickHandoverItem,
  decideWriteHandoverItem,
} from '@roer/domain/learning/handover-items';
import { openHandoversOf } from '@roer/domain/learning/open-handovers';
import { by, theId } from './team-builder.ts';
import type { Command, Step } from './team-model.ts';

type Seen = { seen: TeamSnapshot; number: number; day: string };

const pick = <Row>(rows: readonly Row[], which: number): Row | undefined => rows[which % Math.max(1, rows.length)];
const numberOf = (personId: PersonId): number => Number(personId.slice(-12));

/** What somebody does about a handover or a duo; mostly who may. Null when there is nothing to do it with. */
export const handoverCommandOf = (step: Step, { seen, number, day }: Seen): Command | null => {
  const { which } = step;
  const handover = pick(openHandoversOf(seen), which);
  if (step.kind >= 39) return duoCommandOf(step, { seen, number, day });
  if (!handover || step.kind <= 33) {
    const given = pick(Object.values(seen.assignment), which);
    if (!given) return null;
    const giver = by(numberOf(given.personId), day);
    const start = {
      handoverId: theId('handover', number),
      responsibilityId: given.responsibilityId,
      assignmentId: given.id,
      receiver: which % 5 === 0 ? null : theId('person', step.other),
      items: [0, 1].slice(0, which % 3).map((index) => ({
        id: theId('handoverItem', number + 100_000 * index),
        kind: index === 0 ? ('pitfall' as const) : ('other' as const),
        subjectId: null,
        text: `Line ${number}`,
      })),
    };
    return {
      action: 'handover.start',
      decide: (facts) => decideStartHandovers(facts, { before: null, handovers: [start] }, giver),
      context: giver,
    };
  }
  return openCommandOf(step, handover, { number, day });
};

const openCommandOf = (step: Step, handover: HandoverRow, { number, day }: Omit<Seen, 'seen'>): Command => {
  const { which, flag } = step;
  const { id: handoverId, responsibilityId } = handover;
  const ids = { handoverId, responsibilityId };
  const context = by(step.person, day);
  const giver = by(numberOf(handover.giver), day);
  const receiver = handover.receiver ? by(numberOf(handover.receiver), day) : context;
  const item = pick(
    handover.items.filter(({ byGiver, byReceiver }) => !byGiver || !byReceiver),
    which,
  );
  if (step.kind <= 36 && item && which % 7 !== 0) {
    const who = item.byGiver ? receiver : giver;
    const input = { ...ids, itemId: item.id, ticked: true };
    return { action: 'handover.tick', decide: (facts) => decideTickHandoverItem(facts, input, who), context: who };
  }
  switch (which % 9) {
    case 0:
      return {
        action: 'handover.return',
        decide: (facts) => decideReturnHandover(facts, ids, giver),
        context: giver,
      };
    case 1:
      return flag
        ? { action: 'handover.withdraw', decide: (facts) => decideWithdrawHandover(facts, ids, giver), context: giver }
        : {
            action: 'handover.decline',
            decide: (facts) => decideDeclineHandover(facts, ids, receiver),
            context: receiver,
          };
    case 2: {
      const input = { ...ids, receiver: flag ? theId('person', step.other) : null, before: addDays(day, which) };
      return {
        action: 'handover.change',
        decide: (facts) => decideChangeHandover(facts, input, giver),
        context: giver,
      };
    }
    case 3: {
      const made = { kind: 'pitfall', subjectId: null, text: `Line ${number}` } as const;
      const input = { ...ids, itemId: theId('handoverItem', number), version: 0, ...made };
      return {
        action: 'handover.write',
        decide: (facts) => decideWriteHandoverItem(facts, input, giver),
        context: giver,
      };
    }
    case 4: {
      const input = { ...ids, itemId: handover.items[0]?.id ?? theId('handoverItem', number) };
      return {
        action: 'handover.write',
        decide: (facts) => decideRemoveHandoverItem(facts, input, giver),
        context: giver,
      };
    }
    case 5:
      return { action: 'handover.receive', decide: (facts) => decideReceiveHandover(facts, ids, context), context };
    default: {
      const input = { ...ids, assignmentId: theId('assignment', number) };
      return {
        action: 'handover.accept',
        decide: (facts) => decideAcceptHandover(facts, input, receiver),
        context: receiver,
      };
    }
  }
};

const duoCommandOf = (step: Step, { seen, number, day }: Seen): Command | null => {
  const { which, flag } = step;
  const context = by(step.person, day);
  const duo = pick(Object.values(seen.duo), which);
  const target = pick(Object.values(seen.responsibility), which);
  if (!duo || which % 4 === 0) {
    if (!target) return null;
    const people = { giver: context.actorId, receiver: theId('person', step.other) };
    const input = { duoId: theId('duo', number), responsibilityId: target.id, ...people };
    return { action: 'duo.propose', decide: (facts) => decideProposeDuo(facts, input, context), context };
  }
  const ids = { duoId: duo.id, responsibilityId: duo.responsibilityId };
  const session = { ...ids, number: ([1, 2, 3, 4, 5] as const)[which % 5] ?? 1 };
  const giver = by(numberOf(duo.giver), day);
  if (duo.state === 'proposed') {
    const other = by(numberOf(duo.receiver), day);
    return which % 5 === 0
      ? { action: 'duo.withdraw', decide: (facts) => decideWithdrawDuo(facts, ids, giver), context: giver }
      : { action: 'duo.agree', decide: (facts) => decideAgreeDuo(facts, ids, other), context: other };
  }
  if (step.kind === 39) {
    const known = duo.sessions.find((each) => each.number === session.number)?.noteId;
    const note = known ? seen.note[known] : undefined;
    const input = {
      ...session,
      noteId: note?.id ?? theId('note', number),
      version: note?.version ?? 0,
      title: `Session ${number}`,
      body: '',
    };
    return { action: 'duo.note', decide: (facts) => decideWriteDuoNote(facts, input, giver), context: giver };
  }
  if (step.kind === 40 && which % 9 === 0)
    return { action: 'duo.end', decide: (facts) => decideEndDuo(facts, ids, giver), context: giver };
  if (step.kind === 40) {
    const input = { ...session, plannedOn: flag ? addDays(day, which) : null };
    return { action: 'duo.plan', decide: (facts) => decidePlanDuoSession(facts, input, giver), context: giver };
  }
  const input = { ...session, held: flag || which % 6 !== 0 };
  return { action: 'duo.session', decide: (facts) => decideHoldDuoSession(facts, input, giver), context: giver };
};
