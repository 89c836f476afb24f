import { canBeOwn } from './single-sign-on.ts';
import type { SignedInContext } from './trpc.ts';

/** Whether a check-in can be held: accounts can be certainly their owner's, or this is the example municipality (rule P16). */
export const checkInPossible = ({ platform, session }: Pick<SignedInContext, 'platform' | 'session'>): boolean =>
  session.organisation.demo || canBeOwn(platform);
