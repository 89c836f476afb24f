import type { OrganisationId, PersonId } from '@roer/domain/ids';

export type PersonKey = { organisationId: OrganisationId; personId: PersonId };

/**
 * The accounts by which people sign in, and their open sessions. They live in tables that only the role roer_identity
 * may touch, so every change here is a transaction of its own. Whatever ends a session closes its sockets at once.
 */
export type Accounts = {
  /** Turns a password into what is kept of it; takes about 90 ms, on purpose. */
  hashPassword: (password: string) => Promise<string>;
  /** Whether this is the person's password; takes as long when they have none. */
  isPassword: (person: PersonKey, password: string) => Promise<boolean>;
  /**
   * Makes the account or gives it a new password, and ends all its sessions but the one to keep; without one to keep its passkeys go too (rule I29). Throws `emailTaken` when
   * the address signs somebody else in, `notFound` when the session to keep is no longer there.
   */
  setPassword: (
    person: PersonKey,
    account: { email: string; passwordHash: string; keepSession?: string },
  ) => Promise<void>;
  /** Opens a session for somebody, who gets an account without a password if they had none. Gives the Set-Cookie header. */
  openSession: (person: PersonKey, account: { email: string }) => Promise<string>;
  /** Moves the end of a session a week ahead when it was opened over a day ago, unless the provider opened it; gives the Set-Cookie header, or null. */
  prolongSession: (sessionId: string) => Promise<string | null>;
  /** When a session was opened (epoch milliseconds); 0 when it is no longer there. */
  openedAt: (sessionId: string) => Promise<number>;
  /** Ends the session of a token, if there is one, and closes its sockets. */
  endSession: (token: string) => Promise<void>;
  /** Ends all sessions of somebody; gives the Set-Cookie header with which a browser forgets its own. */
  endSessions: (person: PersonKey) => Promise<string>;
  /** The address under which somebody signs in; null without an account. */
  emailOf: (person: PersonKey) => Promise<string | null>;
  /** Who signs in under this address with a password; null for nobody. */
  findByEmail: (email: string) => Promise<PersonKey | null>;
  /** Signs somebody in under another address from now on. Throws `emailTaken`; does nothing without an account. */
  changeEmail: (person: PersonKey, email: string) => Promise<void>;
  /** Takes away the account: no password, no passkey and no session is left. */
  remove: (person: PersonKey) => Promise<void>;
  /** Takes away every account except those of these organisations. */
  removeAllExcept: (organisationIds: readonly OrganisationId[]) => Promise<void>;
  /** Forgets the sessions that ended by themselves. */
  forgetEndedSessions: () => Promise<void>;
  /** Who of an organisation can sign in by a door that is open: a password, or the identity provider. */
  canSignIn: (organisationId: OrganisationId) => Promise<Set<PersonId>>;
  /** Who of an organisation can sign in with a password; nobody when that door is shut. */
  withPassword: (organisationId: OrganisationId) => Promise<Set<PersonId>>;
};
