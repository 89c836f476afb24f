import type { Failure } from '../../live/api.ts';

/** `next`: where a session at the identity provider is ended as well. */
type Answer = { refused: Failure | null; next?: string };

/** Signing in and out are better-auth's: plain JSON, answered by `{ ok: true }` or by why not. */
const knock = async (path: 'sign-in/email' | 'sign-out', body: object): Promise<Answer> => {
  const response = await post(path, body);
  if (!response) return { refused: { code: 'unreachable', detail: {} } };
  return response.ok
    ? { ...response.answer, refused: null }
    : { refused: { code: codeOf(response.answer.code), detail: {} } };
};

/** What a door answers; null when nothing came back. */
export const post = async (
  path: string,
  body: object,
): Promise<{ ok: boolean; answer: { code?: unknown; next?: string } } | null> => {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    // All of these answers are ours.
    return { ok: response.ok, answer: ((await response.json().catch(() => null)) ?? {}) as { code?: unknown } };
  } catch {
    return null;
  }
};

export const codeOf = (code: unknown): Failure['code'] =>
  code === 'badInput' || code === 'wrongPassword' || code === 'tooManyRequests' || code === 'passwordsOff'
    ? code
    : 'unexpected';

export const signIn = async (account: { email: string; password: string }): Promise<Failure | null> =>
  (await knock('sign-in/email', account)).refused;

export const signOut = (): Promise<Answer> => knock('sign-out', {});
