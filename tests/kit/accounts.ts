import { openAccounts } from '@roer/api/features/identity/accounts';
import type { Live } from '@roer/api/live/live';
import type { Accounts, PersonKey } from '@roer/api/platform/accounts';
import type { TestApplication } from './application.ts';

/** A live channel without listeners. */
export const silentLive: Live = {
  deliver: () => undefined,
  nudgeOrganisation: () => undefined,
  released: () => undefined,
  nudgeManagers: () => undefined,
  nudgePeople: () => undefined,
  rightsChanged: async () => undefined,
  leaveTeam: () => undefined,
  endSession: () => undefined,
};

/** The accounts of a running application, for arranging a test; nothing listens to what they end. */
export const accountsOf = ({ clock, database }: TestApplication): Accounts =>
  openAccounts({
    clock,
    identityPool: database.identityPool,
    live: silentLive,
    cookies: { secret: database.secrets.auth, secure: false },
  });

const hashes = new Map<string, string>();

/** Gives somebody a password to sign in with. Hashing is slow on purpose, so each password is hashed once. */
export const givePassword = async (
  application: TestApplication,
  person: PersonKey,
  { email, password }: { email: string; password: string },
): Promise<void> => {
  const accounts = accountsOf(application);
  const passwordHash = hashes.get(password) ?? (await accounts.hashPassword(password));
  hashes.set(password, passwordHash);
  await accounts.setPassword(person, { email, passwordHash });
};
