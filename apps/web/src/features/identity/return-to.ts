import { returnPath } from '@roer/domain/identity/return-path';

/** Where somebody wanted to go before signing in; only an address of this site, else the first page. */
export const returnTo = (search: string): string => returnPath(new URLSearchParams(search).get('returnTo') ?? '/');

export type SignInNeeded = { wanted: string; ended: boolean };

/** The address of a door that keeps where somebody was; `ended` says that their session stopped by itself. */
export const doorTo = (door: '/sign-in' | '/start', { wanted, ended }: SignInNeeded): string => {
  const search = new URLSearchParams();
  if (wanted !== '/') search.set('returnTo', wanted);
  if (ended) search.set('ended', 'yes');
  return search.size > 0 ? `${door}?${search}` : door;
};
