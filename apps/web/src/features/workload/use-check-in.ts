import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { reversed } from '@roer/domain/workload/check-in';
import type { EpochView, OwnRefusal, RosterView } from '@roer/domain/workload/check-in';
import { useAsk } from '../../live/use-ask.ts';
import { answersOf, receiptOf, useCheckInCopy, withAnswers } from './check-in-copy.ts';
import type { Choices } from './check-in-copy.ts';
import { peopleIn } from './check-in-step.ts';
import { askOwn, useOwnView } from './own.ts';

/** What stands in the form. `keep`: a copy on this device; `share`: openly with the team. */
export type Draft = { choices: Choices; keep: boolean; share: boolean };

const emptyDraft: Draft = { choices: [0, 0, 0, 0, 0], keep: false, share: false };

export type CheckIn = ReturnType<typeof useCheckIn>;

/** Everything that the page of the check-in shows and does. What somebody filled in stays until it was sent. */
export const useCheckIn = () => {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const query = useOwnView();
  const { copy, change, wipe } = useCheckInCopy();
  const { busy, failure, ask, forget } = useAsk();
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  const [refused, setRefused] = useState<OwnRefusal | null>(null);
  const [isSent, setSent] = useState(false);

  /** What was being filled in, else what this device kept of the epoch, else nothing (rule P12). */
  const draftOf = (number: number): Draft => {
    const kept = copy && answersOf(copy, number);
    return drafts.get(number) ?? (kept ? { choices: kept.choices, keep: true, share: kept.share } : emptyDraft);
  };
  const write = (number: number, part: Partial<Draft>): void =>
    setDrafts(new Map([...drafts, [number, { ...draftOf(number), ...part }]]));

  /** Confirms the names (rule P17). Kept is only what the server gave for it, and only here. */
  const confirm = async ({ windowId, digest }: RosterView): Promise<void> => {
    setRefused(null);
    const asked = await ask(() => askOwn(client, { kind: 'confirm', windowId, digest }), { again: true });
    if (!asked.ok) return;
    setRefused(asked.answer.refused);
    if (asked.answer.refused !== null) return;
    const { receipt } = asked.answer;
    await change((kept) => ({
      ...kept,
      confirmed: [...kept.confirmed.filter((other) => other.windowId !== windowId), { windowId, digest, receipt }],
    }));
    navigate('/check-in', { replace: true });
  };

  /** Sends all five. Nothing of it waits on this device to be sent later by itself. */
  const send = async ({ number }: EpochView, roster: RosterView): Promise<void> => {
    const draft = draftOf(number);
    const { choices, keep, share } = draft;
    const receipt = copy && receiptOf(copy, roster);
    if (receipt === undefined) return;
    write(number, draft);
    setRefused(null);
    const values = choices.map(reversed) as [...Choices];
    const asked = await ask(() => askOwn(client, { kind: 'answer', receipt, epochNumber: number, values, share }));
    const refusal = asked.ok ? asked.answer.refused : null;
    const isDone = asked.ok && refusal === null;
    // What does not count any more is not kept as if it did.
    const isLate = refusal === 'checkInClosed';
    await change((kept) => ({
      ...(isLate
        ? kept
        : withAnswers(kept, number, keep ? { number, choices, share, people: peopleIn(roster), sent: isDone } : null)),
      confirmed: refusal === 'rosterNotConfirmed' ? [] : kept.confirmed,
      sent: isDone ? number : kept.sent,
    }));
    setRefused(refusal);
    if (isDone) setSent(true);
  };

  return {
    query,
    view: query.data,
    copy,
    busy,
    failure,
    refused,
    isSent,
    draftOf,
    write,
    confirm,
    send,
    forget,
    edit: () => setSent(false),
    wipe: async () => {
      setDrafts(new Map());
      setSent(false);
      await wipe();
    },
  };
};
