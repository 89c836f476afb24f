import type { Failure } from '../../live/api.ts';

/** Signing in and out are better-auth's: plain JSON, answered by `{ ok: true }` or by why not. Null when it worked. */
const knock = async (path: 'sign-in/email' | 'sign-out', body: object): Promise<Failure | null> => {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    const answer: unknown = await response.json().catch(() => null);
    return { code: codeOf(answer), detail: {} };
  } catch {
    return { code: 'unreachable', detail: {} };
  }
};

const codeOf = (answer: unknown): Failure['code'] => {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined;
  return code === 'badInput' || code === 'wrongPassword' || code === 'tooManyRequests' ? code : 'unexpected';
};

export const signIn = (account: { email: string; password: string }): Promise<Failure | null> =>
  knock('sign-in/email', account);

export const signOut = (): Promise<Failure | null> => knock('sign-out', {});
