import type { Failure } from '../../live/api.ts';

/** `next`: where a session at the identity provider is ended as well. */
type Answer = { refused: Failure | null; next?: string };

/** Signing in and out are better-auth's: plain JSON, answered by `{ ok: true }` or by why not. */
const knock = async (path: 'sign-in/email' | 'sign-out', body: object): Promise<Answer> => {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    // Both answers are ours.
    const answer = ((await response.json().catch(() => null)) ?? {}) as { code?: unknown; next?: string };
    return response.ok ? { ...answer, refused: null } : { refused: { code: codeOf(answer.code), detail: {} } };
  } catch {
    return { refused: { code: 'unreachable', detail: {} } };
  }
};

const codeOf = (code: unknown): Failure['code'] =>
  code === 'badInput' || code === 'wrongPassword' || code === 'tooManyRequests' || code === 'passwordsOff'
    ? code
    : 'unexpected';

export const signIn = async (account: { email: string; password: string }): Promise<Failure | null> =>
  (await knock('sign-in/email', account)).refused;

export const signOut = (): Promise<Answer> => knock('sign-out', {});
