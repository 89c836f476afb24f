import { readDigestLanguage } from '@roer/db/digest';
import type { DigestLanguage } from '@roer/db/digest';
import { inOrganisation } from '@roer/db/organisation-transaction';
import type { SignedInContext } from '../../platform/trpc.ts';

/** `noMail`: no mail server is set. `demo`: the example mails nobody. */
export type DigestState = { language: DigestLanguage | null; possible: 'yes' | 'noMail' | 'demo' };

/** What the actor chose about the weekly mail. */
export const digestState = ({ platform, session, actor }: SignedInContext): Promise<DigestState> =>
  inOrganisation(platform.prisma, actor, async (transaction) => ({
    language: await readDigestLanguage(transaction, actor),
    possible: session.organisation.demo ? 'demo' : platform.mailer === null ? 'noMail' : 'yes',
  }));
