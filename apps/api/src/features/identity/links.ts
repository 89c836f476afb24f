import { holdPerson } from '@roer/db/organisation-people';
import { inOrganisation } from '@roer/db/organisation-transaction';
import type { Transaction } from '@roer/db/organisation-transaction';
import type { AccountAction } from '@roer/domain/audit/kinds';
import { dateAt, dayInMilliseconds } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import { traceable } from '../../platform/errors.ts';
import { hashToken } from '../../platform/session.ts';
import { doorMail, invitationMail, resetMail } from './mails.ts';

export type LinkKind = 'invitation' | 'reset';

/** How long a link works (rule I4). */
const lifetime: Record<LinkKind, number> = { invitation: 14 * dayInMilliseconds, reset: 3_600_000 };

/**
 * What sending gave: a link to hand over when there is no mail server; neither when the mail server refused the mail. `isDoor`: it is the page to sign in, where
 * the identity provider knows them; it is no secret.
 */
export type LinkSent = { link: string | null; mailed: boolean; isDoor?: true };

/**
 * Makes a link to choose a password and mails it, or gives it to be handed over where there is no mail server and in the
 * example municipality, which mails nobody. The link is
 * kept when the mail fails; a new one may be made at any time. With `replace` it is the person's only link that works.
 * Throws `notFound` for somebody who is not there.
 */
export const sendLink = async (
  platform: Platform,
  request: PersonKey & { kind: LinkKind; actorId: string; replace: boolean },
): Promise<LinkSent> => {
  const { organisationId, personId, kind } = request;
  const now = platform.clock.now();
  const token = platform.clock.newToken();
  const { person, organisation, mailer } = await inOrganisation(
    platform.prisma,
    { organisationId, personId: request.actorId },
    async (transaction) => {
      const person = await transaction.person.findFirst({
        where: { organisationId, id: personId, erasedAt: null },
        select: { name: true, email: true },
      });
      if (!person) throw new DomainError('notFound');
      const organisation = await transaction.organisation.findUniqueOrThrow({
        where: { id: organisationId },
        select: { name: true, demo: true },
      });
      // Whoever passes by is an administrator of the example, and must not write to strangers in our name.
      const mailer = organisation.demo ? null : platform.mailer;
      if (request.replace) await endLinksIn(transaction, request, now);
      await transaction.personToken.create({
        data: {
          organisationId,
          id: platform.clock.newId(),
          tokenHash: hashToken(token),
          personId,
          kind,
          mailed: mailer !== null,
          expiresAt: new Date(now + lifetime[kind]),
        },
      });
      return { person, organisation, mailer };
    },
  );
  const link = linkOf(platform, kind, token);
  if (!mailer) return { link, mailed: false };
  const letter = { to: person.email, name: person.name, organisation: organisation.name, link };
  try {
    await mailer.send(kind === 'invitation' ? invitationMail(letter) : resetMail(letter));
    return { link: null, mailed: true };
  } catch (error) {
    platform.logger.error({ mail: kind, error: traceable(error) });
    return { link: null, mailed: false };
  }
};

/** Tells somebody that they can sign in by the identity provider, where nobody has a password. Throws `notFound`. */
export const tellOfDoor = async (platform: Platform, key: PersonKey): Promise<LinkSent> => {
  const { name: provider } = platform.doors.provider ?? { name: '' };
  const { person, organisation } = await inOrganisation(platform.prisma, key, async (transaction) => {
    const where = { id: key.organisationId };
    const person = await transaction.person.findFirst({
      where: { id: key.personId, erasedAt: null },
      select: { name: true, email: true },
    });
    if (!person) throw new DomainError('notFound');
    return {
      person,
      organisation: await transaction.organisation.findUniqueOrThrow({ where, select: { name: true } }),
    };
  });
  const link = `${platform.baseUrl()}/sign-in`;
  if (!platform.mailer) return { link, mailed: false, isDoor: true };
  try {
    await platform.mailer.send(
      doorMail({ to: person.email, name: person.name, organisation: organisation.name, link, provider }),
    );
    return { link: null, mailed: true, isDoor: true };
  } catch (error) {
    platform.logger.error({ mail: 'door', error: traceable(error) });
    return { link: null, mailed: false, isDoor: true };
  }
};

/** Makes every open link of somebody stop working. */
export const endLinks = (platform: Platform, person: PersonKey): Promise<void> =>
  inOrganisation(platform.prisma, person, (transaction) => endLinksIn(transaction, person, platform.clock.now()));

const endLinksIn = async (
  transaction: Transaction,
  { organisationId, personId }: PersonKey,
  now: number,
): Promise<void> => {
  await transaction.personToken.updateMany({
    where: { organisationId, personId, usedAt: null },
    data: { usedAt: new Date(now) },
  });
};

/** The token is behind the #, so that it reaches no server's or proxy's log. */
const linkOf = (platform: Platform, kind: LinkKind, token: string): string =>
  `${platform.baseUrl()}/${kind === 'invitation' ? 'welcome' : 'new-password'}#${token}`;

/** A link that still works, and whose it is. */
export type OpenLink = PersonKey & {
  id: string;
  kind: LinkKind;
  /** It went to the person's own mailbox, and no administrator could see it. */
  mailed: boolean;
  name: string;
  email: string;
  organisation: string;
};

type TokenRecord = Omit<OpenLink, 'name' | 'organisation'> & {
  expiresAt: Date;
  usedAt: Date | null;
  personName: string;
  organisationName: string;
};

/** Throws `linkExpired` for a link that never was, was used, or is too old: one answer, so that it tells nothing. */
export const openLink = async (platform: Platform, token: string): Promise<OpenLink> => {
  const result = await platform.pool.query<TokenRecord>('SELECT * FROM person_token($1)', [hashToken(token)]);
  const [row] = result.rows;
  if (!row || row.usedAt !== null || row.expiresAt.getTime() <= platform.clock.now())
    throw new DomainError('linkExpired');
  const { id, organisationId, personId, kind, mailed, email } = row;
  return {
    id,
    organisationId,
    personId,
    kind,
    mailed,
    email,
    name: row.personName,
    organisation: row.organisationName,
  };
};

/**
 * Uses a link once: of two at the same moment one throws `linkExpired`. All other links of the person stop working too.
 * When `work` fails the link still works. `work` is told whether somebody else may have seen the link, or had the address changed
 * to one that it was mailed to (rule P12); from now on the account counts as its owner's only when not (rule P16).
 */
export const useLink = (platform: Platform, link: OpenLink, work: (isSeen: boolean) => Promise<void>): Promise<void> =>
  inOrganisation(platform.prisma, link, async (transaction) => {
    const { organisationId, personId, id } = link;
    const now = new Date(platform.clock.now());
    // Before the link, as whoever ends the account does: each would wait for the other.
    await holdPerson(transaction, personId);
    const used = await transaction.personToken.updateMany({
      where: { organisationId, id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (used.count !== 1) throw new DomainError('linkExpired');
    await endLinksIn(transaction, link, now.getTime());
    await transaction.auditEntry.create({
      data: {
        organisationId,
        id: platform.clock.newId(),
        actorId: personId,
        action: (link.kind === 'invitation' ? 'account.join' : 'account.reset') satisfies AccountAction,
        subjectId: personId,
        detail: {},
        at: now,
      },
    });
    const person = { where: { organisationId, id: personId } };
    const before = await transaction.person.findFirst({ ...person, select: { mailboxProvenOn: true } });
    await transaction.person.updateMany({
      ...person,
      // Who chooses a new password has had the account since before.
      data: { mailboxProvenOn: link.mailed ? (before?.mailboxProvenOn ?? new Date(dateAt(now.getTime()))) : null },
    });
    await work(!link.mailed || !before?.mailboxProvenOn);
  });
