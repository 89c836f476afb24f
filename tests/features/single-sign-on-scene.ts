import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { startIdentityProvider } from '../kit/identity-provider.ts';
import type { IdentityProvider } from '../kit/identity-provider.ts';
import { signInByProvider } from '../kit/single-sign-on.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

/** Waterrijk alone, because an installation has one organisation of its own, with a real identity provider. */
export type Scene = {
  provider: IdentityProvider;
  application: TestApplication;
  world: World<typeof standardWorld>;
  log: () => string;
  rows: <Row extends object>(query: string, parameters?: unknown[]) => Promise<Row[]>;
  /** Signs in by the provider, in a browser of its own; null stops there. */
  enter: (login: string | null, returnTo?: string) => Promise<{ page: string; cookie: string | null }>;
  /** Who a Cookie header is; null for nobody. */
  me: (cookie: string | null) => ReturnType<ReturnType<TestApplication['client']>['identity']['me']['query']>;
  close: () => Promise<void>;
};

const groups = {
  vergunningen: [{ team: 'Vergunningen', home: true }],
  groen: [{ team: 'Groen', home: false }],
  leiding: [{ managerOf: 'Leefomgeving' }],
  beheer: [{ administrator: true as const }],
};

/** Where somebody lands who was refused. */
export const refused = (why: string) => ({ page: `/sign-in?refused=${why}`, cookie: null });

export const openScene = async ({ passwords = true }: { passwords?: boolean } = {}): Promise<Scene> => {
  const provider = await startIdentityProvider();
  let log = '';
  const application = await startApplication({
    doors: { passwords, provider: provider.settings({ groups }) },
    log: (line) => (log += line),
  });
  provider.serve(application.url);
  const world = await createWorld(application.database);
  const { ownerUrl } = application.database;
  await runQuery(ownerUrl, `DELETE FROM "Organisation" WHERE "id" = $1`, [world.hill.id]);
  return {
    provider,
    application,
    world,
    log: () => log,
    rows: (query, parameters = []) => runQuery(ownerUrl, query, parameters),
    enter: (login, returnTo) => signInByProvider(application, login, returnTo),
    me: (cookie) => application.client(cookie ?? undefined).identity.me.query(),
    close: async () => {
      await application.close();
      await provider.close();
    },
  };
};
