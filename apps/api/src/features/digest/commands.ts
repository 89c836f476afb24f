import { saveDigestLanguage } from '@roer/db/digest';
import type { DigestLanguage } from '@roer/db/digest';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { DomainError } from '@roer/domain/errors';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import type { SignedInContext } from '../../platform/trpc.ts';

/** Whether the actor wants the weekly mail, and in which language; null for not. Throws `mailNotConfigured` where nothing can be sent. */
export const chooseDigest = async (
  { platform, session, actor }: SignedInContext,
  { language }: { language: DigestLanguage | null },
): Promise<void> => {
  if (language !== null && (platform.mailer === null || session.organisation.demo))
    throw new DomainError('mailNotConfigured');
  await inOrganisation(platform.prisma, actor, (transaction) => saveDigestLanguage(transaction, actor, language));
};

/** Ends the weekly mail of whoever a link is of; doing it again changes nothing. */
export const endDigest = ({ prisma }: Platform, person: PersonKey): Promise<void> =>
  inOrganisation(prisma, person, (transaction) => saveDigestLanguage(transaction, person, null));
