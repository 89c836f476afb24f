import { isIP } from 'node:net';

/**
 * Decides whether a page of `origin` may send something to this server: the page must come from the host that is asked,
 * or from an address that the operator named. No origin is no page of ours. `unnamed` is told, once, that a page was
 * refused only because nobody named its address.
 */
export const originCheck = (publicUrls: readonly string[], unnamed: () => void) => {
  let told = false;
  return (origin: string | undefined, host: string | undefined): boolean => {
    if (!origin || !URL.canParse(origin)) return false;
    const asked = new URL(origin);
    if (publicUrls.some((url) => new URL(url).origin === asked.origin)) return true;
    if (publicUrls.length > 0 || asked.host !== host) return false;
    if (isOurs(asked.hostname)) return true;
    if (!told) unnamed();
    told = true;
    return false;
  };
};

/** Endings that are never given out to somebody on the internet (RFC 6762, RFC 6761, RFC 8375, ICANN). */
const inside = ['.local', '.localhost', '.internal', '.home.arpa'];

/**
 * Whether a name can only be of this machine or network. Any other name may be somebody's own, who points it here to let
 * a page of theirs in behind the municipality's walls (DNS rebinding): such a name has to be in PUBLIC_URL.
 */
const isOurs = (hostname: string): boolean =>
  !hostname.includes('.') || isIP(hostname) !== 0 || inside.some((ending) => hostname.endsWith(ending));
