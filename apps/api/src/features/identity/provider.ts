import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import type { SignInRefusal } from '@roer/domain/identity/single-sign-on';
import type { SingleSignOnSettings } from '../../platform/single-sign-on.ts';
import { isComplete } from './provider-claims.ts';
import type { RawClaims } from './provider-claims.ts';

/** A try to sign in that is under way at the provider. */
export type Attempt = { state: string; nonce: string; verifier: string; redirectUri: string };

/** The provider's answer to a try, verified. */
export type ProviderAnswer = { claims: RawClaims & { sub: string }; idToken: string; sid: string | null };

/** Whose sessions a provider says are over. */
export type LoggedOut = { subject: string | null; sid: string | null };

export type Provider = {
  /** Where to send the browser, and what has to be remembered of it. Throws `ProviderError`. */
  begin: (redirectUri: string) => Promise<{ url: string; attempt: Attempt }>;
  /** Exchanges the code of an answer. `search` is what stands behind the `?`. Throws `ProviderError`. */
  finish: (attempt: Attempt, search: string) => Promise<ProviderAnswer>;
  /** Where a browser ends its session at the provider, and then comes back to `returnTo`; null when it has no such place. */
  endSessionUrl: (idToken: string, returnTo: string) => Promise<string | null>;
  /** Reads a message of the provider that a session ended there. Throws `ProviderError` for anything else. */
  readLogoutToken: (token: string) => Promise<LoggedOut>;
};

/** The provider gave nothing to sign in with. */
export class ProviderError extends Error {
  readonly why: SignInRefusal;

  constructor(why: SignInRefusal, cause?: unknown) {
    super(why, { cause });
    this.name = 'ProviderError';
    this.why = why;
  }
}

/** Seconds that the provider may take for one answer, and that its clock may differ. */
const patience = 10;
const clockTolerance = 60;
/** Milliseconds after which its discovery document is read again. */
const discoveryHolds = 3_600_000;

/** Asks an OpenID Connect provider by its discovery document, which is first read when somebody signs in: Roer starts without it. */
export const openProvider = (settings: SingleSignOnSettings, now: () => number): Provider => {
  const { issuer, clientId, clientSecret, scope } = settings;
  let known: { at: number; configuration: Promise<oidc.Configuration> } | null = null;
  let keys: { address: string; find: ReturnType<typeof createRemoteJWKSet> } | null = null;

  const discovered = async (): Promise<oidc.Configuration> => {
    if (!known || now() - known.at > discoveryHolds) {
      const configuration = oidc.discovery(
        new URL(issuer),
        clientId,
        { [oidc.clockTolerance]: clockTolerance },
        clientSecret === null ? oidc.None() : bySecret(clientSecret),
        {
          timeout: patience,
          // The signature too, and not only the connection that brought it.
          execute: [
            oidc.enableNonRepudiationChecks,
            ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
          ],
        },
      );
      known = { at: now(), configuration };
    }
    try {
      return await known.configuration;
    } catch (error) {
      // Asked again the next time.
      known = null;
      throw new ProviderError('providerDown', error);
    }
  };

  return {
    begin: async (redirectUri) => {
      const configuration = await discovered();
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        redirectUri,
      };
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, attempt };
    },
    finish: async ({ state, nonce, verifier, redirectUri }, search) => {
      const configuration = await discovered();
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${redirectUri}?${search}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const token = tokens.claims();
        if (!token || !tokens.id_token) throw new ProviderError('providerFailed');
        const asks = configuration.serverMetadata().userinfo_endpoint !== undefined && !isComplete(token, settings);
        const more = asks ? await oidc.fetchUserInfo(configuration, tokens.access_token, token.sub) : {};
        const sid = token['sid'];
        // What is signed counts before what was asked for afterwards.
        return {
          claims: { ...more, ...token },
          idToken: tokens.id_token,
          sid: typeof sid === 'string' ? sid : null,
        };
      } catch (error) {
        throw asProviderError(error);
      }
    },
    endSessionUrl: async (idToken, returnTo) => {
      const configuration = await discovered();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: returnTo })
        .href;
    },
    readLogoutToken: async (token) => {
      const { issuer: name, jwks_uri: address } = (await discovered()).serverMetadata();
      if (address === undefined) throw new ProviderError('providerFailed');
      if (keys?.address !== address) keys = { address, find: createRemoteJWKSet(new URL(address)) };
      try {
        const { payload } = await jwtVerify(token, keys.find, {
          issuer: name,
          audience: clientId,
          clockTolerance,
          requiredClaims: ['iat', 'jti', 'events'],
        });
        const { events, sub, sid } = payload;
        const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, logoutEvent);
        // With a nonce it is a token that signs somebody in, put to another use.
        if (!isLogout || 'nonce' in payload) throw new ProviderError('providerFailed');
        const whose = { subject: sub ?? null, sid: typeof sid === 'string' ? sid : null };
        if (whose.subject === null && whose.sid === null) throw new ProviderError('providerFailed');
        return whose;
      } catch (error) {
        throw asProviderError(error);
      }
    },
  };
};

/** OpenID Connect Back-Channel Logout 1.0 §2.4. */
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** In the header, as every provider must take it, unless it says that it does not. */
const bySecret =
  (secret: string): oidc.ClientAuth =>
  (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const inHeader = methods === undefined || methods.includes('client_secret_basic');
    const authenticate = inHeader ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
    return authenticate(server, client, body, headers);
  };

const asProviderError = (error: unknown): ProviderError => {
  if (error instanceof ProviderError) return error;
  // The answer says that somebody did not go on, or that the provider did not let them.
  if (error instanceof oidc.AuthorizationResponseError)
    return new ProviderError(error.error === 'access_denied' ? 'cancelled' : 'providerFailed', error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // fetch says no more than this of a connection that failed.
  const silent = code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed');
  return new ProviderError(silent || causeIsSilent(error) ? 'providerDown' : 'providerFailed', error);
};

const causeIsSilent = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof TypeError && error.cause.message === 'fetch failed';
