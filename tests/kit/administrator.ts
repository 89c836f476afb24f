import { openAfterwards } from '@roer/api/platform/afterwards';
import type { PersonKey } from '@roer/api/platform/accounts';
import type { Mailer } from '@roer/api/platform/mailer';
import { openPersonKeys } from '@roer/api/platform/person-keys';
import type { SignedInContext } from '@roer/api/platform/trpc';
import type { Id } from '@roer/domain/ids';
import { accountsOf, silentLive } from './accounts.ts';
import type { TestApplication } from './application.ts';
import { testKeyRing } from './key-ring.ts';

/** The context that a command gets behind its gate, for commands that another slice calls; with or without mail. */
export const asAdministrator = (
  application: TestApplication,
  { mailer, ...person }: PersonKey & { mailer: Mailer | null },
): SignedInContext => {
  const { app, clock, database, url } = application;
  const actor = { ...person, name: '', memberships: [], appointments: [] };
  return {
    platform: {
      ...database,
      clock,
      accounts: accountsOf(application),
      doors: { passwords: true, provider: null },
      mailer,
      baseUrl: () => url,
      unsubscribeKey: Buffer.alloc(32),
      receiptKey: Buffer.alloc(32),
      personKeys: openPersonKeys(testKeyRing),
      erasures: { note: async () => undefined, list: async () => [] },
      openOwnAnswers: async () => [],
      afterwards: openAfterwards(app.log),
      logger: app.log,
      live: silentLive,
      teamChanged: () => undefined,
      wake: () => undefined,
    },
    actor,
    // A session that nobody looks at; the brand exists only for the compiler.
    session: {
      id: clock.newId() as Id<'session'>,
      actor,
      organisation: { id: person.organisationId, name: '', demo: false },
    },
    now: clock.now(),
    ip: '127.0.0.1',
    setCookie: () => undefined,
    leaveProvider: async () => null,
  };
};
