import type { TestApplication } from './application.ts';

/** Posts JSON as a browser page of this server would. */
export const post = (
  application: TestApplication,
  path: string,
  request: { body?: object; cookie?: string; headers?: Record<string, string> } = {},
): Promise<Response> =>
  fetch(`${application.url}${path}`, {
    method: 'POST',
    headers: {
      origin: application.url,
      'content-type': 'application/json',
      ...(request.cookie ? { cookie: request.cookie } : {}),
      ...request.headers,
    },
    body: JSON.stringify(request.body ?? {}),
  });

/** Signs in by the form's door. */
export const signInWith = (application: TestApplication, account: { email: string; password: string }) =>
  post(application, '/api/auth/sign-in/email', { body: account });

/** The Cookie header that a browser sends after this answer. */
export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((header) => header.split(';')[0] ?? '')
    .join('; ');
