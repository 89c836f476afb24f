/**
 * Decides whether a page of `origin` may send something to this server: the page must come from the host that is asked,
 * or from an address that the operator named. No origin is no page of ours.
 */
export const originCheck =
  (publicUrls: readonly string[]) =>
  (origin: string | undefined, host: string | undefined): boolean => {
    if (!origin || !URL.canParse(origin)) return false;
    const asked = new URL(origin);
    if (publicUrls.some((url) => new URL(url).origin === asked.origin)) return true;
    return publicUrls.length === 0 && asked.host === host;
  };
