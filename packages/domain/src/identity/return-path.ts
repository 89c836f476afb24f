/** Where somebody wanted to go; only an address of this site, else the first page. */
export const returnPath = (wanted: string): string => {
  // Read as a browser reads it, which takes backslashes and tabs as well: a name that comes out is another site's.
  if (!wanted.startsWith('/') || !URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
};

/** Any site: only whether it is left counts. */
const here = 'http://roer.invalid';
