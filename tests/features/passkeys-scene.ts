import type { PersonId } from '@roer/domain/ids';
import { givePassword } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { createAuthenticator } from '../kit/authenticator.ts';
import type { Authenticator, Misuse } from '../kit/authenticator.ts';
import { cookieOf, post, signInWith } from '../kit/sign-in.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

export const password = 'drie losse woorden samen';
export const minute = 60_000;

/** What a device is asked at the door. */
type Asked = { challenge: string; rpId: string };

/** An application at an address with a name, and people with devices. */
export type PasskeyScene = {
  application: TestApplication;
  world: World<typeof standardWorld>;
  rows: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  keyOf: (personId: PersonId) => { organisationId: World<typeof standardWorld>['water']['id']; personId: PersonId };
  passkeysOf: (cookie: string) => TestClient['identity']['passkeys'];
  /** Somebody who gets this password and signs in with it; earlier passkeys go with that. */
  signedIn: (name: 'ada' | 'ben' | 'dina' | 'eva') => Promise<string>;
  /** A device with a passkey of whoever signed in. */
  withPasskey: (cookie: string, name?: string) => Promise<Authenticator>;
  /** What a browser is asked, with its cookie. */
  begin: () => Promise<{ asked: Asked; browser: string }>;
  send: (body: object, browser: string) => Promise<Response>;
  /** All of it, in a browser of its own. */
  signInBy: (device: Authenticator, misuse?: Misuse) => Promise<Response>;
  /** Forgets passkeys, tries and failures. */
  clear: () => Promise<unknown>;
};

export const openPasskeyScene = async (): Promise<PasskeyScene> => {
  const application = await startApplication({ hostname: 'localhost' });
  const world = await createWorld(application.database);
  const rows: PasskeyScene['rows'] = (text, values = []) => runQuery(application.database.ownerUrl, text, values);
  const keyOf: PasskeyScene['keyOf'] = (personId) => ({ organisationId: world.water.id, personId });
  const passkeysOf = (cookie: string) => application.client(cookie).identity.passkeys;
  const begin = async () => {
    const answer = await post(application, '/api/auth/passkey/begin');
    // Our own answer.
    return { asked: (await answer.json()) as Asked, browser: cookieOf(answer) };
  };
  const send = (body: object, browser: string) =>
    post(application, '/api/auth/passkey/sign-in', { body, cookie: browser });
  return {
    application,
    world,
    rows,
    keyOf,
    passkeysOf,
    signedIn: async (name) => {
      const email = `${name}@water.example`;
      await givePassword(application, keyOf(world.water.people[name]), { email, password });
      return cookieOf(await signInWith(application, { email, password }));
    },
    withPasskey: async (cookie, name = 'Laptop') => {
      const device = createAuthenticator(application.url);
      const passkey = device.create(await passkeysOf(cookie).begin.mutate({ password }));
      await passkeysOf(cookie).add.mutate({ name, passkey });
      return device;
    },
    begin,
    send,
    signInBy: async (device, misuse = {}) => {
      const { asked, browser } = await begin();
      return send(device.answer(asked, misuse), browser);
    },
    clear: () => rows('TRUNCATE "RateLimit", "Passkey", "Verification", "SignInFailure"'),
  };
};

export const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;
