/** Whether this page is where passkeys work, and this browser knows them (rule I31). */
export const arePasskeysHere = (origin: string | null | undefined): boolean =>
  origin === location.origin && 'PublicKeyCredential' in window;
