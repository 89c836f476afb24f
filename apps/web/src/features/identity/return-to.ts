/** Where somebody wanted to go before signing in; only an address of this site, else the first page. */
export const returnTo = (search: string): string => {
  const wanted = new URLSearchParams(search).get('returnTo') ?? '/';
  // Read as a browser reads it, which takes backslashes and tabs as well: a name that comes out is another site's.
  if (!wanted.startsWith('/') || !URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search: asked, hash } = new URL(wanted, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${asked}${hash}` : '/';
};

/** Any site: only whether it is left counts. */
const here = 'http://roer.invalid';

export type SignInNeeded = { wanted: string; ended: boolean };

/** The address of a door that keeps where somebody was; `ended` says that their session stopped by itself. */
export const doorTo = (door: '/sign-in' | '/start', { wanted, ended }: SignInNeeded): string => {
  const search = new URLSearchParams();
  if (wanted !== '/') search.set('returnTo', wanted);
  if (ended) search.set('ended', 'yes');
  return search.size > 0 ? `${door}?${search}` : door;
};
