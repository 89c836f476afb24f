import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { HelpId } from '@roer/domain/ids';
import { decidePlanAbsence, decideWithdrawAbsence } from '@roer/domain/responsibilities/absence';
import { decideEndDelegation } from '@roer/domain/responsibilities/delegation';
import {
  decideAcceptHelp,
  decideMakeHelp,
  decideReleaseHelp,
  decideWithdrawHelp,
} from '@roer/domain/responsibilities/help';
import type { Choice, RandomCommand, Scene } from './random-command.ts';

export const pick = <Row>(rows: readonly Row[], which: number): Row | undefined =>
  rows[which % Math.max(1, rows.length)];

const aHelp = (seen: TeamSnapshot, choice: Choice, newId: Scene['newId']): { helpId: HelpId } => ({
  helpId: pick(Object.values(seen.help), choice.which)?.id ?? newId<'help'>(),
});

/** Carrying for a while, helping one another, and not being there. */
export const exchangeKinds = {
  endDelegation: ({ choice, seen, context, newId }) => {
    const delegation = pick(Object.values(seen.delegation), choice.which);
    const input = {
      delegationId: delegation?.id ?? newId<'delegation'>(),
      responsibilityId: delegation?.responsibilityId ?? newId<'responsibility'>(),
    };
    return {
      ask: (client, address) => client.responsibilities.endDelegation.mutate({ ...address, ...input }),
      decide: (facts) => decideEndDelegation(facts, input, context),
    };
  },
  makeHelp: ({ choice, seen, context, newId }) => {
    const input = {
      helpId: newId<'help'>(),
      kind: choice.flag ? ('ask' as const) : ('offer' as const),
      text: `Help ${choice.which}`,
      responsibilityId: pick(Object.values(seen.responsibility), choice.which)?.id ?? null,
      on: choice.which % 3 === 0 ? addDays(context.today, choice.other) : null,
      minutes: choice.which % 2 === 0 ? choice.share : null,
    };
    return {
      ask: (client, address) => client.responsibilities.makeHelp.mutate({ ...address, ...input }),
      decide: (facts) => decideMakeHelp(facts, input, context),
    };
  },
  acceptHelp: ({ choice, seen, context, newId }) => {
    const input = aHelp(seen, choice, newId);
    return {
      ask: (client, address) => client.responsibilities.acceptHelp.mutate({ ...address, ...input }),
      decide: (facts) => decideAcceptHelp(facts, input, context),
    };
  },
  releaseHelp: ({ choice, seen, context, newId }) => {
    const input = aHelp(seen, choice, newId);
    return {
      ask: (client, address) => client.responsibilities.releaseHelp.mutate({ ...address, ...input }),
      decide: (facts) => decideReleaseHelp(facts, input, context),
    };
  },
  withdrawHelp: ({ choice, seen, context, newId }) => {
    const input = aHelp(seen, choice, newId);
    return {
      ask: (client, address) => client.responsibilities.withdrawHelp.mutate({ ...address, ...input }),
      decide: (facts) => decideWithdrawHelp(facts, input, context),
    };
  },
  planAbsence: ({ choice, seen, context, newId }) => {
    const known = pick(Object.values(seen.absence), choice.which)?.id;
    const from = addDays(context.today, choice.which);
    const input = {
      absenceId: (choice.flag ? known : null) ?? newId<'absence'>(),
      from,
      until: addDays(from, 1 + choice.other),
    };
    return {
      ask: (client, address) => client.responsibilities.planAbsence.mutate({ ...address, ...input }),
      decide: (facts) => decidePlanAbsence(facts, input, context),
    };
  },
  withdrawAbsence: ({ choice, seen, context, newId }) => {
    const input = { absenceId: pick(Object.values(seen.absence), choice.which)?.id ?? newId<'absence'>() };
    return {
      ask: (client, address) => client.responsibilities.withdrawAbsence.mutate({ ...address, ...input }),
      decide: (facts) => decideWithdrawAbsence(facts, input, context),
    };
  },
} satisfies Record<string, (scene: Scene) => RandomCommand>;
