import { z } from 'zod';
import type { TransferItem } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { id, localDate } from '@roer/domain/responsibilities/schema';
import { mostMoves } from '@roer/domain/workload/tried';
import type { WhatIf } from '@roer/domain/workload/tried';

/** What somebody tries out at this moment on the picture of a team. */
export type TriedBy = { personId: PersonId; whatIf: WhatIf };

const move = z
  .object({
    id: id<'transferItem'>(),
    responsibilityId: id<'responsibility'>(),
    assignmentId: id<'assignment'>().nullable(),
    workId: id<'deadlineWork'>().nullable(),
    sharePercent: z.int().min(1).max(100),
    giver: id<'person'>(),
    receiver: id<'person'>(),
  })
  .refine(
    ({ assignmentId, workId }) => (assignmentId === null) !== (workId === null),
  ) satisfies z.ZodType<TransferItem>;

/** Ids, days and percentages, and no words: whoever reads it looks up what they may see. Null for trying nothing any more. */
export const whatIfMessage = z
  .object({
    teamId: id<'team'>(),
    moves: z.array(move).min(1).max(mostMoves),
    from: localDate,
    until: localDate.nullable(),
  })
  .refine(({ from, until }) => until === null || from < until)
  .nullable();

type Try = TriedBy & { teamId: TeamId };

export type WhatIfs = {
  /** What the page of one socket tries from now on; null when it stops, is hidden, elsewhere or gone. */
  tries: (socketId: string, tried: Try | null) => void;
  /** The socket may no longer look at this team. */
  away: (socketId: string, teamId: TeamId) => void;
  /** The socket looks at this team, or at none: what it tried elsewhere is over. */
  looksAt: (socketId: string, teamId: TeamId | null) => void;
  /** What is tried on a team now, the latest last. Somebody with several pages open is there once, with what they tried last. */
  at: (teamId: TeamId) => TriedBy[];
  close: () => void;
};

/**
 * What people try out, in memory alone and only as long as they look at it: nothing is stored or logged (rules WI1–WI4).
 * `tell` is called at most once per team in `tellEvery` milliseconds, with everything that is tried on it.
 */
export const openWhatIfs = (options: {
  tell: (teamId: TeamId, tries: TriedBy[]) => void;
  tellEvery: number;
}): WhatIfs => {
  /** In order of trying, latest last. */
  const known = new Map<string, Try>();
  const changedSince = new Set<TeamId>();
  const waiting = new Map<TeamId, ReturnType<typeof setTimeout>>();

  const at = (teamId: TeamId): TriedBy[] => {
    const people = new Map<PersonId, TriedBy>();
    for (const { teamId: where, personId, whatIf } of known.values()) {
      if (where !== teamId) continue;
      people.delete(personId);
      people.set(personId, { personId, whatIf });
    }
    return [...people.values()];
  };

  /** The first at once, and what comes in the moment after it together. */
  const changed = (teamId: TeamId): void => {
    if (waiting.has(teamId)) {
      changedSince.add(teamId);
      return;
    }
    options.tell(teamId, at(teamId));
    const timer = setTimeout(() => {
      waiting.delete(teamId);
      if (changedSince.delete(teamId)) changed(teamId);
    }, options.tellEvery);
    timer.unref();
    waiting.set(teamId, timer);
  };

  const tries: WhatIfs['tries'] = (socketId, next) => {
    const before = known.get(socketId);
    known.delete(socketId);
    if (next) known.set(socketId, next);
    if (before && before.teamId !== next?.teamId) changed(before.teamId);
    if (next) changed(next.teamId);
  };

  return {
    tries,
    away: (socketId, teamId) => {
      if (known.get(socketId)?.teamId === teamId) tries(socketId, null);
    },
    looksAt: (socketId, teamId) => {
      const tried = known.get(socketId);
      if (tried && tried.teamId !== teamId) tries(socketId, null);
    },
    at,
    close: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
};
