import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readOrganisations } from '@roer/db/first-run';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { holdAccount } from '@roer/db/provider-people';
import type { OrganisationId } from '@roer/domain/ids';
import { returnPath } from '@roer/domain/identity/return-path';
import type { GroupMapping } from '@roer/domain/identity/group-mapping';
import type { ProviderClaims, SignInRefusal } from '@roer/domain/identity/single-sign-on';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import { traceable } from '../../platform/errors.ts';
import { within } from '../../platform/rate-limit.ts';
import { tokenFromCookies } from '../../platform/session.ts';
import type { SingleSignOnSettings } from '../../platform/single-sign-on.ts';
import { keepAttempt, takeAttempt } from './attempts.ts';
import type { KeptAttempt } from './attempts.ts';
import { readCookie } from './browser-cookie.ts';
import { openProviderAccounts } from './provider-accounts.ts';
import type { ProviderAccounts } from './provider-accounts.ts';
import { readClaims } from './provider-claims.ts';
import { openProvider, ProviderError } from './provider.ts';
import type { ProviderAnswer } from './provider.ts';
import type { CookieSettings } from './session-cookie.ts';

/** Finds or makes the person whom the provider vouches for: the slice of the organisation knows how. */
export type AdmitByProvider = (
  platform: Platform,
  admitting: {
    organisationId: OrganisationId;
    claims: ProviderClaims;
    groups: GroupMapping;
    admitsAnybody: boolean;
    findLinked: () => Promise<PersonKey | null>;
    isLinked: (person: PersonKey) => Promise<boolean>;
    link: (person: PersonKey, email: string) => Promise<void>;
    takeOver: (person: PersonKey) => Promise<void>;
  },
) => Promise<{ person: PersonKey } | { refused: SignInRefusal }>;

export type SingleSignOnOptions = {
  platform: Platform;
  settings: SingleSignOnSettings;
  cookies: CookieSettings;
  publicUrls: readonly string[];
  admit: AdmitByProvider;
  forgetAnswers: (platform: Platform, person: PersonKey) => Promise<void>;
};

/** Ends a session at the provider as well: where the browser has to go for it, or null. */
export type LeaveProvider = (request: FastifyRequest) => Promise<string | null>;

/** Messages of the provider itself come here, with a form and without an origin: what they say is signed. */
export const backChannelRoute = '/api/auth/sso/back-channel-logout';
const callbackPath = '/api/auth/sso/callback';

/** Serves signing in by the identity provider at /api/auth/sso (rules I17–I24). Every way ends on a page of ours. */
export const serveSingleSignOn = (app: FastifyInstance, options: SingleSignOnOptions): LeaveProvider => {
  const { platform, settings, cookies, publicUrls } = options;
  const provider = openProvider(settings, platform.clock.now);
  const accounts = openProviderAccounts(settings.issuer, { ...platform, cookies });
  const tryCookie = `${cookies.secure ? '__Secure-' : ''}roer.sso`;
  const addressOf = ({ headers: { host } }: FastifyRequest): string =>
    (publicUrls.find((url) => new URL(url).host === host) ?? platform.baseUrl()).replace(/\/+$/, '');

  const told = (error: unknown): SignInRefusal => {
    if (!(error instanceof ProviderError)) throw error;
    if (error.why !== 'cancelled')
      platform.logger.warn({ singleSignOn: error.why, said: saidBy(error.cause), error: traceable(error.cause) });
    return error.why;
  };

  app.get('/api/auth/sso', async (request, reply) => {
    const returnTo = returnPath(queryOf(request).get('returnTo') ?? '/');
    if (!(await within(platform, 'providerFromPlace', request.ip)))
      return reply.redirect(doorWith('tooManyRequests', returnTo));
    try {
      const { url, attempt } = await provider.begin(`${addressOf(request)}${callbackPath}`);
      // One for all tries of this browser, so that two windows can sign in at once.
      const browser = readCookie(request, tryCookie) ?? platform.clock.newToken();
      await keepAttempt(platform, { ...attempt, returnTo, browser });
      const secure = cookies.secure ? '; Secure' : '';
      reply.header(
        'set-cookie',
        `${tryCookie}=${browser}; Path=/api/auth/sso; Max-Age=1800; HttpOnly; SameSite=Lax${secure}`,
      );
      return await reply.redirect(url);
    } catch (error) {
      return reply.redirect(doorWith(told(error), returnTo));
    }
  });

  app.get(callbackPath, async (request, reply) => {
    const query = queryOf(request);
    const attempt = await takeAttempt(platform, {
      state: query.get('state') ?? '',
      browser: readCookie(request, tryCookie) ?? '',
    });
    if (!attempt) return reply.redirect(doorWith('stale', '/'));
    try {
      const answer = await provider.finish(attempt, query.toString());
      const came = await comeIn({ ...options, accounts }, answer);
      if ('refused' in came) return await reply.redirect(doorWith(came.refused, attempt.returnTo));
      platform.afterwards.run(platform.accounts.forgetEndedSessions);
      return await reply.header('set-cookie', came.cookie).redirect(attempt.returnTo);
    } catch (error) {
      return reply.redirect(doorWith(told(error), attempt.returnTo));
    }
  });

  void app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(backChannelRoute, async (request, reply) => {
      const body = typeof request.body === 'string' ? request.body : '';
      try {
        const whose = await provider.readLogoutToken(new URLSearchParams(body).get('logout_token') ?? '');
        await accounts.endSessions(whose);
        return await reply.send({ ok: true });
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        return reply.status(error.why === 'providerDown' ? 503 : 400).send({ code: 'badInput', detail: {} });
      }
    });
  });

  return async (request) => {
    const token = tokenFromCookies(request.headers.cookie);
    const idToken = token === null ? null : await accounts.idTokenOf(token);
    if (idToken === null) return null;
    try {
      return await provider.endSessionUrl(idToken, `${addressOf(request)}/sign-in`);
    } catch (error) {
      // Whoever signs out is signed out here, whatever the provider does.
      told(error);
      return null;
    }
  };
};

/** Opens a session for whom the provider vouches for. */
const comeIn = async (
  { platform, settings, admit, forgetAnswers, accounts }: SingleSignOnOptions & { accounts: ProviderAccounts },
  { claims: raw, idToken, sid }: ProviderAnswer,
): Promise<{ cookie: string } | { refused: SignInRefusal }> => {
  const own = (await readOrganisations(platform.pool)).find(({ demo }) => !demo);
  if (!own) return { refused: 'unknownPerson' };
  const claims = readClaims(raw, settings);
  const { subject } = claims;
  const admitted = await admit(platform, {
    organisationId: own.id,
    claims,
    groups: settings.groups,
    admitsAnybody: settings.admitsAnybody,
    findLinked: () => accounts.find(subject),
    isLinked: async (person) => (await accounts.subjectOf(person)) !== null,
    link: (person, email) => accounts.link(person, { email, subject }),
    takeOver: async (person) => {
      await forgetAnswers(platform, person);
      await accounts.takeOver(person);
    },
  });
  if ('refused' in admitted) return admitted;
  const { person } = admitted;
  return inOrganisation(platform.prisma, person, async (transaction) => {
    const held = await holdAccount(transaction, person.personId);
    if (!held) return { refused: 'accountEnded' };
    const { email } = held;
    // While the account is held: whoever ends it waits for this, and then ends this session too.
    return { cookie: await accounts.openSession(person, { email, hours: settings.sessionHours, idToken, sid }) };
  });
};

const doorWith = (why: SignInRefusal, returnTo: KeptAttempt['returnTo']): string => {
  const search = new URLSearchParams({ refused: why });
  if (returnTo !== '/') search.set('returnTo', returnTo);
  return `/sign-in?${search}`;
};

const queryOf = ({ raw }: FastifyRequest): URLSearchParams => new URLSearchParams((raw.url ?? '').split('?')[1] ?? '');

/** The provider's own code of what is wrong, such as `invalid_client`: a closed list, unlike its description, which may quote people. */
const saidBy = (cause: unknown): string | null => {
  const said = cause instanceof Error && 'error' in cause ? cause.error : null;
  return typeof said === 'string' && /^[a-z_]{1,40}$/.test(said) ? said : null;
};
