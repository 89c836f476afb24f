import { createHmac } from 'node:crypto';
import { sessionCookie } from '../../platform/session.ts';

export const sessionSeconds = 7 * 24 * 60 * 60;

export type CookieSettings = { secret: string; secure: boolean };

/** The cookie's value: the token with its signature, in the form that better-auth makes and reads (better-call 1). */
export const signedToken = (token: string, secret: string): string =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);

/** The Set-Cookie header that signs a browser in; no script can read it and no other site's form sends it. */
export const signInHeader = (token: string, { secret, secure }: CookieSettings): string =>
  `${header(signedToken(token, secret), secure)}; Max-Age=${sessionSeconds}`;

/** The Set-Cookie header that makes a browser forget its session. */
export const signOutHeader = ({ secure }: Pick<CookieSettings, 'secure'>): string => `${header('', secure)}; Max-Age=0`;

const header = (value: string, secure: boolean): string =>
  `${secure ? '__Secure-' : ''}${sessionCookie}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
