import { DomainError } from '@roer/domain/errors';
import type { PersonId } from '@roer/domain/ids';
import { demandStrongPassword } from '@roer/domain/identity/password';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import type { Context, SignedInContext } from '../../platform/trpc.ts';
import { endLinks, openLink, sendLink, tellOfDoor, useLink } from './links.ts';
import type { LinkSent } from './links.ts';
import { demandWithin, within } from '../../platform/rate-limit.ts';

export type { LinkSent };

/** Takes away what somebody answered in a check-in that has no result yet: the slice of the workload knows how. */
export type ForgetAnswers = (platform: Platform, person: PersonKey) => Promise<void>;

/**
 * Invites somebody to make an account. The caller has checked that the actor may (`people.write`) and that no transaction
 * is open. Throws `notFound`, and `changedMeanwhile` when they joined already.
 */
export const createInvitation = async (
  context: SignedInContext,
  { personId }: { personId: PersonId },
): Promise<LinkSent> => {
  const { organisationId } = context.actor;
  const joined = await context.platform.accounts.canSignIn(organisationId);
  if (joined.has(personId)) throw new DomainError('changedMeanwhile');
  if (!context.platform.doors.passwords) return tellOfDoor(context.platform, { organisationId, personId });
  return linkByAdministrator(context, personId, 'invitation');
};

/** Lets somebody choose a new password. The caller has checked that the actor may (`people.write`). Throws `notFound`. */
export const createReset = (context: SignedInContext, { personId }: { personId: PersonId }): Promise<LinkSent> =>
  linkByAdministrator(context, personId, 'reset');

const linkByAdministrator = (
  { platform, actor }: SignedInContext,
  personId: PersonId,
  kind: 'invitation' | 'reset',
): Promise<LinkSent> =>
  sendLink(platform, { organisationId: actor.organisationId, personId, kind, actorId: actor.personId, replace: true });

/**
 * Chooses the password of an invitation or reset and signs in. Throws `linkExpired`, `passwordWeak`, `emailTaken`,
 * `tooManyRequests`.
 */
export const acceptLink = async (
  context: Context,
  input: { token: string; password: string },
  forgetAnswers: ForgetAnswers,
): Promise<void> => {
  const { platform } = context;
  demandPasswords(platform);
  await demandWithin(context, 'linkFromPlace', context.ip);
  const link = await openLink(platform, input.token);
  demandStrongPassword(input.password, link);
  const passwordHash = await platform.accounts.hashPassword(input.password);
  let header = '';
  await useLink(platform, link, async (isSeen) => {
    if (isSeen) await forgetAnswers(platform, link);
    await platform.accounts.setPassword(link, { email: link.email, passwordHash });
    // While the link is held: whoever ends the account waits for it, and then ends this session too.
    header = await platform.accounts.openSession(link, link);
  });
  context.setCookie(header);
};

/**
 * Mails a link to choose a new password, if the address signs anybody in. The answer waits for nothing, so that neither it
 * nor its time tells whether it does. Throws `mailNotConfigured`, `tooManyRequests`.
 */
export const requestReset = async (context: Context, { email }: { email: string }): Promise<void> => {
  const { platform } = context;
  demandPasswords(platform);
  if (!platform.mailer) throw new DomainError('mailNotConfigured');
  await demandWithin(context, 'resetFromPlace', context.ip);
  const allowed = await within(platform, 'resetOfPerson', email);
  platform.afterwards.run(async () => {
    const person = allowed ? await platform.accounts.findByEmail(email) : null;
    if (!person) return;
    await sendLink(platform, { ...person, kind: 'reset', actorId: person.personId, replace: false });
  });
};

/**
 * Changes one's own password, and ends the sessions on other devices and the links to choose another. Throws `wrongPassword`, `passwordWeak`,
 * `tooManyRequests`.
 */
export const changePassword = async (
  context: SignedInContext,
  input: { currentPassword: string; newPassword: string },
): Promise<void> => {
  const { platform, session, actor } = context;
  demandPasswords(platform);
  const { accounts } = platform;
  await demandWithin(context, 'passwordOfPerson', actor.personId);
  const email = await accounts.emailOf(actor);
  if (email === null || !(await accounts.isPassword(actor, input.currentPassword)))
    throw new DomainError('wrongPassword', { field: 'currentPassword' });
  demandStrongPassword(input.newPassword, { email });
  const passwordHash = await accounts.hashPassword(input.newPassword);
  await accounts.setPassword(actor, { email, passwordHash, keepSession: session.id });
  await endLinks(platform, actor);
};

/** Ends all of one's sessions, this one too, and closes their sockets. Gives where this browser's session at the identity provider is ended, or null. */
export const signOutEverywhere = async (context: SignedInContext): Promise<string | null> => {
  const next = await context.leaveProvider();
  context.setCookie(await context.platform.accounts.endSessions(context.actor));
  return next;
};

/** Throws `passwordsOff` where everybody signs in by the identity provider. */
export const demandPasswords = ({ doors }: Platform): void => {
  if (!doors.passwords) throw new DomainError('passwordsOff');
};

/** Opens a session for a person whose right to it the caller has checked. */
export const signInAs = async (context: Context, person: PersonKey & { email: string }): Promise<void> => {
  context.setCookie(await context.platform.accounts.openSession(person, person));
};
