import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import type { SingleSignOnSettings } from '@roer/api/platform/single-sign-on';

/** What the provider says of somebody, beside who it is. */
export type ProviderClaims = { email?: string; email_verified?: boolean; name?: string; groups?: unknown };

export type IdentityProvider = {
  issuer: string;
  /** By what somebody signs in there: their subject. */
  people: Map<string, ProviderClaims>;
  /** The settings of Roer for it. */
  settings: (other?: Partial<SingleSignOnSettings>) => SingleSignOnSettings;
  /** From now on it knows a Roer at this address. */
  serve: (address: string) => void;
  /** Tells Roer that somebody signed out, as it does by itself when they do so elsewhere. */
  tellLoggedOut: (subject: string) => Promise<void>;
  /** Stops answering, and answers again. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

const clientId = 'roer';
const clientSecret = 'a secret of the test that nobody else knows';

/** A real OpenID Connect provider on a port of its own, with a page of one field to sign in. */
export const startIdentityProvider = async (): Promise<IdentityProvider> => {
  const people = new Map<string, ProviderClaims>();
  let provider: Provider | null = null;
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!provider) return void response.writeHead(503).end();
    if (request.url?.startsWith('/interaction/')) return interact({ provider, people }, request, response);
    return provider.callback()(request, response);
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  // Another name than that of Roer, so that the cookies of the two stay apart in a browser as well.
  const issuer = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  return {
    issuer,
    people,
    settings: (other = {}) => ({
      issuer,
      clientId,
      clientSecret,
      name: 'Waterrijk-account',
      scope: 'openid profile email',
      claims: { email: 'email', name: 'name', groups: 'groups' },
      emailsAreVerified: false,
      admitsAnybody: false,
      groups: {},
      sessionHours: 12,
      ...other,
    }),
    serve: (address) => {
      provider = new Provider(issuer, configurationOf(address, people));
    },
    tellLoggedOut: async (subject) => {
      const client = await provider?.Client.find(clientId);
      // Its types leave out what the provider itself calls.
      await (
        client as unknown as { backchannelLogout: (subject: string, sid?: string) => Promise<void> }
      ).backchannelLogout(subject);
    },
    stop,
    start: async () => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    close: stop,
  };
};

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

const configurationOf = (address: string, people: ReadonlyMap<string, ProviderClaims>): Configuration => ({
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [`${address}/api/auth/sso/callback`],
      post_logout_redirect_uris: [`${address}/sign-in`],
      backchannel_logout_uri: `${address}/api/auth/sso/back-channel-logout`,
    },
  ],
  // A key of the provider's own, and one for its cookies.
  jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256', kid: 'one' }] } as NonNullable<Configuration['jwks']>,
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
  findAccount: async (_context, subject) => {
    const claims = people.get(subject);
    return claims && { accountId: subject, claims: async () => ({ sub: subject, ...claims }) };
  },
  // Nobody is asked whether a program of their own organisation may know who they are.
  loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
    const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = page(`${form}<button form="op.logoutForm" name="logout" value="yes">Ja, uitloggen</button>`);
      },
    },
  },
  // By itself it does not speak to this machine, where Roer is.
  fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
  ttl: { Session: 3600, Grant: 3600, Interaction: 600, IdToken: 600, AccessToken: 600 },
});

const page = (body: string): string =>
  `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Waterrijk-account</title><body><h1>Waterrijk-account</h1>${body}</body></html>`;

/** The page to sign in: who one is, and a way to stop. */
const interact = async (
  { provider, people }: { provider: Provider; people: ReadonlyMap<string, ProviderClaims> },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'GET') {
    const form = `<form method="post"><label>Wie ben je? <input name="login"></label>
      <button name="do" value="enter">Verder</button><button name="do" value="stop">Stop</button></form>`;
    response.writeHead(200, { 'content-type': 'text/html' }).end(page(form));
    return;
  }
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const typed = new URLSearchParams(body);
  const login = typed.get('login') ?? '';
  const result =
    typed.get('do') === 'stop' || !people.has(login)
      ? { error: 'access_denied', error_description: 'The person went no further' }
      : { login: { accountId: login } };
  await provider.interactionFinished(request, response, result);
};
