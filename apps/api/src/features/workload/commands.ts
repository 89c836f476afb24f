import { holdEpoch, readOpenEpoch, saveOwnAnswers } from '@roer/db/check-in-own';
import type { PersonId } from '@roer/domain/ids';
import { evenAnswer, statements } from '@roer/domain/workload/check-in';
import type { AnswerValue, OwnAnswer, OwnAsk, OwnRefusal, Statement } from '@roer/domain/workload/check-in';
import { epochTimes } from '@roer/domain/workload/epoch';
import { writeOwn } from '../../platform/transaction.ts';
import type { Transaction } from '../../platform/transaction.ts';
import { checkInPossible } from '../../platform/check-in-possible.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { readCheckIn } from './queries.ts';
import type { OwnCheckIn } from './queries.ts';
import { isReceipt, noReceipt, receiptOf } from './receipts.ts';
import { seal } from './seal.ts';

type Own = { transaction: Transaction; checkIn: OwnCheckIn; key: Buffer };
type Outcome = { refused: OwnRefusal | null; receipt?: string };

/**
 * The one door to everything that is somebody's own in the check-in: to look, to confirm a roster, to answer. Whatever is
 * asked takes the same statements and gives an answer of the same length (rule P11). Leaves no change, no entry and no number behind.
 */
export const own = (context: SignedInContext, { ask }: { ask: OwnAsk }): Promise<OwnAnswer> =>
  writeOwn(context, async (transaction) => {
    const { platform, session, actor } = context;
    const { demo } = session.organisation;
    const checkIn = await readCheckIn(transaction, { available: checkInPossible(context), demo });
    const opened = { transaction, checkIn, key: platform.receiptKey };
    if (checkIn.open) await holdEpoch(transaction.client, { ...actor, number: checkIn.open.number });
    const answered = ask.kind === 'answer' ? await answer(opened, ask) : null;
    if (answered === null || answered.refused !== null) await leaveAsIs(opened);
    const outcome = answered ?? (ask.kind === 'confirm' ? confirm(opened, ask) : { refused: null });
    return evenAnswer({
      view: checkIn.view,
      receipt: outcome.receipt ?? noReceipt(opened.key, actor.personId),
      refused: outcome.refused,
    });
  });

const confirm = ({ transaction, checkIn, key }: Own, asked: OwnAsk & { kind: 'confirm' }): Outcome => {
  const rosters = checkIn.view.state === 'group' ? checkIn.view.rosters : [];
  const roster = rosters.find(({ windowId }) => windowId === asked.windowId);
  if (roster?.digest !== asked.digest) return { refused: 'changedMeanwhile' };
  return { refused: null, receipt: receiptOf(key, { ...roster, personId: transaction.actor.personId }) };
};

/** Replaces all five answers of whoever asks, blank ones included, so that nothing has to be read. */
const answer = async ({ transaction, checkIn, key }: Own, asked: OwnAsk & { kind: 'answer' }): Promise<Outcome> => {
  const { client, actor, now } = transaction;
  const { open, view } = checkIn;
  const { answersFrom } = epochTimes(asked.epochNumber);
  if (now < answersFrom) return { refused: 'checkInNotYet' };
  if (open?.number !== asked.epochNumber || view.state !== 'group') return { refused: 'checkInClosed' };
  const roster = view.rosters.find(({ windowId }) => windowId === open.windowId);
  const { personId, organisationId } = actor;
  if (!roster || !isReceipt(key, asked.receipt, { ...roster, personId })) return { refused: 'rosterNotConfirmed' };
  // Another process may have closed it since it was read.
  if (!(await readOpenEpoch(client, open.number))) return { refused: 'checkInClosed' };
  const sealed = sealAll(asked, { organisationId, personId, publicKey: open.publicKey, epoch: open.number });
  await saveOwnAnswers(client, { number: open.number, personId, sealed });
  return { refused: null };
};

const leaveAsIs = async ({ transaction, checkIn }: Own): Promise<void> => {
  if (!checkIn.open) return;
  const { personId } = transaction.actor;
  await saveOwnAnswers(transaction.client, { number: checkIn.open.number, personId, sealed: null });
};

/** Seals all five answers of one person, in the order of `statements`. */
export const sealAll = (
  { values, share }: { values: readonly AnswerValue[]; share: boolean },
  {
    publicKey,
    ...row
  }: {
    organisationId: Own['transaction']['actor']['organisationId'];
    personId: PersonId;
    publicKey: Buffer;
    epoch: number;
  },
): Record<Statement, Buffer> => {
  const sealed = (statement: Statement): Buffer =>
    seal(publicKey, { ...row, statement }, { value: values[statements.indexOf(statement)] ?? 0, share });
  return {
    fits: sealed('fits'),
    overview: sealed('overview'),
    core: sealed('core'),
    help: sealed('help'),
    learn: sealed('learn'),
  };
};
