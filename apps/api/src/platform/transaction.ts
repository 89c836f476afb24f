import { createHash } from 'node:crypto';
import type { PoolClient } from '@roer/db/pool';
import { commandInTeam, readInOrganisation, writeInOrganisation } from '@roer/db/team-transaction';
import { isMember } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { dateAt } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { Delivery, RowChange } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import type { CommandId, TeamId } from '@roer/domain/ids';
import { deliver } from './deliver.ts';
import type { SignedInContext } from './trpc.ts';

/** One open transaction of one organisation: what a gate reads through. */
export type Transaction = { client: PoolClient; actor: Actor; now: number; today: LocalDate };

declare const permission: unique symbol;

/**
 * Something that a gate opened for one permission, with the transaction it was opened in, so that a right cannot be
 * used in another one. Only gates (`access.ts`) make it; commands and queries demand it.
 */
export type Allowed<Subject, Permission extends string, Opened = Transaction> = {
  readonly subject: Subject;
  readonly transaction: Opened;
  readonly [permission]: Permission;
};

/** For gates only. */
export const allow = <Subject, Permission extends string, Opened = Transaction>(
  transaction: Opened,
  subject: Subject,
): Allowed<Subject, Permission, Opened> =>
  // The permission exists only for the compiler.
  ({ subject, transaction }) as Allowed<Subject, Permission, Opened>;

/** Reads in one transaction of the actor's organisation. */
export const read = <Result>(
  context: SignedInContext,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> =>
  readInOrganisation(context.platform.pool, context.actor, (client) => work(transactionOf(context, client)));

/** Writes what the actor keeps for themselves, and nobody else is told. Doing it twice must do nothing more. */
export const writeOwn = <Result>(
  context: SignedInContext,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> =>
  writeInOrganisation(context.platform.pool, context.actor, (client) => work(transactionOf(context, client)));

export type TeamRequest = {
  procedure: string;
  input: { commandId: CommandId; teamId: TeamId };
  /** After the commit and before the delivery: who lost the right to hear it leaves first. */
  committed?: () => void;
};

/** What tells a retry from another command under the same number. */
export const inputDigest = (input: object): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('base64url');

/**
 * Runs one command on a team and delivers its change after the commit. A retry with the same number is answered as the
 * first time and not done again. Gives the change, or null when there was nothing to change.
 */
export const command = async (
  context: SignedInContext,
  { procedure, input, committed }: TeamRequest,
  work: (transaction: Transaction) => Promise<{ action: TeamAction; changes: RowChange[] }>,
): Promise<{ delivery: Delivery | null }> => {
  const { platform, actor, now } = context;
  const { delivery, repeated } = await commandInTeam(
    platform.pool,
    {
      organisationId: actor.organisationId,
      personId: actor.personId,
      teamId: input.teamId,
      commandId: input.commandId,
      procedure,
      inputDigest: inputDigest(input),
      now,
      newId: platform.clock.newId,
    },
    (client) => work(transactionOf(context, client)),
  );
  committed?.();
  if (delivery && !repeated) deliver(platform, { organisationId: actor.organisationId, delivery });
  // A retry did not pass the gate: it was done, but who has left the team since gets nothing of it any more.
  return { delivery: repeated && !isMember(actor, input.teamId) ? null : delivery };
};

const transactionOf = ({ actor, now }: SignedInContext, client: PoolClient): Transaction => ({
  client,
  actor,
  now,
  today: dateAt(now),
});
