// Passkeys (rules I26–I32): how many, and at which address they work. What a browser sends of them is in passkey-schema.ts.

export const passkeyNameLength = 60;
/** More than anybody has devices; a stranger at somebody's desk cannot fill a table. */
export const mostPasskeys = 20;

/** Where passkeys work: on pages of `origin`, for the name `relyingParty`. */
export type PasskeyPlace = { origin: string; relyingParty: string };

/**
 * Where passkeys work, by the address at which people reach Roer; null where no browser would take one: over http, but for this machine itself, and
 * where the address is a number (rule I31).
 */
export const passkeyPlace = (address: string): PasskeyPlace | null => {
  if (!URL.canParse(address)) return null;
  const { origin, protocol, hostname } = new URL(address);
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isNumber = /^[\d.]+$|^\[/u.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && !isNumber
    ? { origin, relyingParty: hostname }
    : null;
};
