import type { TestApplication } from './application.ts';

/** The cookies that one browser has of one site. */
export type Jar = Map<string, string>;

const store = (jar: Jar, response: Response): void => {
  for (const header of response.headers.getSetCookie()) {
    const [pair = ''] = header.split(';');
    const at = pair.indexOf('=');
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(header)) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
};

const visit = async (jar: Jar, url: string, form?: Record<string, string>): Promise<Response> => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: cookie ? { cookie } : {},
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  store(jar, response);
  return response;
};

const next = (response: Response, from: string): string => new URL(response.headers.get('location') ?? '', from).href;

/** Presses the button: gives the address at the provider, or of the page that says why not. */
export const begin = async ({ url }: TestApplication, jar: Jar, returnTo = '/'): Promise<string> => {
  const address = `${url}/api/auth/sso?${new URLSearchParams({ returnTo })}`;
  return next(await visit(jar, address), address);
};

/** Goes through the provider's pages as `login`, or stops there: gives the address to which it sends the browser back. */
export const passProvider = async (
  { url }: TestApplication,
  { address, login, jar = new Map() }: { address: string; login: string | null; jar?: Jar },
): Promise<string> => {
  let at = address;
  while (!at.startsWith(url)) {
    const shown = await visit(jar, at);
    const asks = shown.status === 200;
    const answer = asks ? await visit(jar, at, { login: login ?? '', do: login === null ? 'stop' : 'enter' }) : shown;
    if (answer.status < 300 || answer.status >= 400) throw new Error(`The provider answered ${answer.status} at ${at}`);
    at = next(answer, at);
  }
  return at;
};

/** The browser comes back from the provider: gives the page where it lands, as path with search, and the Cookie header of a session. */
export const comeBack = async (
  { url }: TestApplication,
  jar: Jar,
  address: string,
): Promise<{ page: string; cookie: string | null }> => {
  const response = await visit(jar, address);
  const { origin, pathname, search, hash } = new URL(next(response, url));
  const session = [...jar].find(([name]) => name.endsWith('roer.session_token'));
  return {
    page: origin === url ? `${pathname}${search}${hash}` : `${origin}${pathname}`,
    cookie: session ? `${session[0]}=${session[1]}` : null,
  };
};

/** All of it, in a browser of its own. */
export const signInByProvider = async (
  application: TestApplication,
  login: string | null,
  returnTo = '/',
): Promise<{ page: string; cookie: string | null }> => {
  const jar: Jar = new Map();
  const back = await passProvider(application, { address: await begin(application, jar, returnTo), login });
  return comeBack(application, jar, back);
};
