import type { LocalDate } from '@roer/domain/dates';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import type { PrismaClient } from './generated/client.ts';
import { dateColumn } from './organisation-structure.ts';
import { inOrganisation } from './organisation-transaction.ts';
import type { Transaction } from './organisation-transaction.ts';

type Owner = { organisationId: OrganisationId; personId: PersonId };

export type DigestLanguage = 'nl' | 'en';
const asLanguage = (language: string): DigestLanguage => (language === 'en' ? 'en' : 'nl');

/** In which language somebody wants the weekly mail; null when they do not. */
export const readDigestLanguage = async (
  transaction: Transaction,
  { organisationId, personId }: Owner,
): Promise<DigestLanguage | null> => {
  const row = await transaction.digestSubscription.findUnique({
    where: { organisationId_personId: { organisationId, personId } },
  });
  return row && asLanguage(row.language);
};

/** Subscribes somebody, or with null ends it. */
export const saveDigestLanguage = async (
  transaction: Transaction,
  { organisationId, personId }: Owner,
  language: DigestLanguage | null,
): Promise<void> => {
  const owner = { organisationId, personId };
  if (language === null) await transaction.digestSubscription.deleteMany({ where: owner });
  else
    await transaction.digestSubscription.upsert({
      where: { organisationId_personId: owner },
      create: { ...owner, language },
      update: { language },
    });
};

export type Subscriber = { personId: PersonId; name: string; language: DigestLanguage };

/** Who of an organisation wants a digest and was not considered for the one of this week. */
export const readSubscribersDue = (
  prisma: PrismaClient,
  { organisationId, monday }: { organisationId: OrganisationId; monday: LocalDate },
): Promise<Subscriber[]> =>
  inOrganisation(prisma, { organisationId, personId: undefined }, async (transaction) => {
    const rows = await transaction.digestSubscription.findMany({
      where: { person: { erasedAt: null, digestsSent: { none: { isoMonday: dateColumn(monday) } } } },
      select: { personId: true, language: true, person: { select: { name: true } } },
      orderBy: { personId: 'asc' },
    });
    return rows.map(({ personId, language, person }) => ({
      // Ids of the database are of the table they were read from.
      personId: personId as PersonId,
      name: person.name,
      language: asLanguage(language),
    }));
  });

/** Takes somebody's digest of a week for oneself: true for exactly one of all processes, also after a crash. */
export const claimDigest = (
  prisma: PrismaClient,
  { organisationId, personId, monday }: Owner & { monday: LocalDate },
): Promise<boolean> =>
  inOrganisation(prisma, { organisationId, personId: undefined }, async (transaction) => {
    const { count } = await transaction.digestSent.createMany({
      data: [{ organisationId, personId, isoMonday: dateColumn(monday) }],
      skipDuplicates: true,
    });
    return count === 1;
  });
