import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AnswerValue, RosterView, WindowId } from '@roer/domain/workload/check-in';
import { keepHere, recallHere, removeHere } from '../../live/device.ts';
import { home } from '../../live/home.ts';

/** What somebody chose on the screen: 1 (not at all) to 5 (fully) in the order of `statements`, 0 for left empty. */
export type Choices = readonly [AnswerValue, AnswerValue, AnswerValue, AnswerValue, AnswerValue];

/** One check-in that somebody wanted to keep for themselves. */
export type KeptAnswers = {
  number: number;
  choices: Choices;
  share: boolean;
  /** How many people the roster named: what others can learn depends on it. */
  people: number;
  /** False when it could not be sent: it is for going on later, and counts nowhere. */
  sent: boolean;
};

/**
 * What this device keeps of somebody's check-ins, under their own name and nowhere else. `confirmed`: the receipts of rosters.
 * `sent`: the last epoch that was sent from here, not what. `answers`: of the epochs of which they wanted a copy.
 */
export type CheckInCopy = {
  confirmed: { windowId: WindowId; digest: string; receipt: string }[];
  sent: number | null;
  answers: KeptAnswers[];
};

export const noCopy: CheckInCopy = { confirmed: [], sent: null, answers: [] };

/** The receipt of a roster that was confirmed on this device as it is now; undefined when it was not. */
export const receiptOf = ({ confirmed }: CheckInCopy, { windowId, digest }: RosterView): string | undefined =>
  confirmed.find((kept) => kept.windowId === windowId && kept.digest === digest)?.receipt;

export const answersOf = ({ answers }: CheckInCopy, epochNumber: number): KeptAnswers | undefined =>
  answers.find(({ number }) => number === epochNumber);

/** The copy with these answers of one epoch, or without any of that epoch when they are null. */
export const withAnswers = (copy: CheckInCopy, number: number, kept: KeptAnswers | null): CheckInCopy => ({
  ...copy,
  answers: [...copy.answers.filter((other) => other.number !== number), ...(kept ? [kept] : [])].toSorted(
    (one, other) => one.number - other.number,
  ),
});

const name = 'check-in';
const copyKey = ['own', 'copy'] as const;

const readCopy = async (): Promise<CheckInCopy> => {
  // After who is here: what is kept is theirs.
  await home();
  // Written below alone.
  return ((await recallHere(name)) as CheckInCopy | undefined) ?? noCopy;
};

/** What this device keeps of my check-ins; undefined until it was read. `change` and `wipe` write at once. */
export const useCheckInCopy = () => {
  const client = useQueryClient();
  const { data: copy } = useQuery({
    queryKey: copyKey,
    queryFn: readCopy,
    staleTime: Infinity,
    networkMode: 'always',
  });
  const change = useCallback(
    async (work: (copy: CheckInCopy) => CheckInCopy): Promise<void> => {
      const next = work(await readCopy());
      await keepHere(name, next);
      client.setQueryData(copyKey, next);
    },
    [client],
  );
  const wipe = useCallback(async (): Promise<void> => {
    await removeHere((kept) => kept === name);
    client.setQueryData(copyKey, noCopy);
  }, [client]);
  return { copy, change, wipe };
};
