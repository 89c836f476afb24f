import { DomainError } from '@roer/domain/errors';
import { demandWithin } from '../../platform/rate-limit.ts';
import type { SignedInContext } from '../../platform/trpc.ts';

/** Milliseconds for which a sign-in counts as one of this moment. */
const moment = 10 * 60_000;

/** How somebody shows again that it is them: by their password, by having signed in just now, or by signing in again. */
export type Confirmation = 'password' | 'recent' | 'signInAgain';

export const confirmation = async ({ platform, actor, session, now }: SignedInContext): Promise<Confirmation> => {
  const { accounts } = platform;
  if ((await accounts.withPassword(actor.organisationId)).has(actor.personId)) return 'password';
  return (await accounts.openedAt(session.id)) > now - moment ? 'recent' : 'signInAgain';
};

/** Throws `wrongPassword` when it is not them, or not surely: also where a sign-in is too long ago. Throws `tooManyRequests`. */
export const demandFresh = async (
  context: SignedInContext,
  { password }: { password: string | null },
): Promise<void> => {
  const { platform, actor } = context;
  await demandWithin(context, 'passwordOfPerson', actor.personId);
  const how = await confirmation(context);
  const isThem =
    password === null ? how === 'recent' : how === 'password' && (await platform.accounts.isPassword(actor, password));
  if (!isThem) throw new DomainError('wrongPassword', { field: 'password' });
};
