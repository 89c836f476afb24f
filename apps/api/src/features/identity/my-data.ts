import { atMoment } from '@roer/db/check-in-own';
import { readOwnRows } from '@roer/db/own-rows';
import type { OwnRow } from '@roer/db/own-rows';
import { readInOrganisation } from '@roer/db/team-transaction';
import type { CommandId } from '@roer/domain/ids';
import type { StoredKind } from '@roer/domain/identity/stored';
import type { OwnAnswers } from '../../platform/own-answers.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { demandFresh } from './fresh.ts';

export type { OwnRow };

/** What is kept about the actor of one kind, by table, a page of rows (rule MD1). There is no way to ask it about somebody else. */
export const ownRows = (
  { platform, actor, now }: SignedInContext,
  { kind, from }: { kind: StoredKind; from: number },
): Promise<Record<string, OwnRow[]>> =>
  readInOrganisation(platform.pool, actor, async (client) => {
    await atMoment(client, now);
    return readOwnRows({ client, identityPool: platform.identityPool }, { personId: actor.personId, kind, from });
  });

/** The own answers that have no result yet (rules P12, MD3). Throws `wrongPassword`, `tooManyRequests`. */
export const ownAnswers = async (
  context: SignedInContext,
  input: { password: string | null },
): Promise<{ epochs: OwnAnswers[] }> => {
  await demandFresh(context, input);
  return { epochs: await context.platform.openOwnAnswers(context.actor) };
};

/** Erases the actor: the slice of the organisation knows how. */
export type EraseOneself = (context: SignedInContext, input: { commandId: CommandId }) => Promise<{ done: true }>;

/** Throws `wrongPassword`, `tooManyRequests`, `lastAdministrator`. */
export const eraseMe = async (
  context: SignedInContext,
  input: { commandId: CommandId; password: string | null },
  erase: EraseOneself,
): Promise<{ done: true }> => {
  await demandFresh(context, input);
  const { commandId } = input;
  return erase(context, { commandId });
};
