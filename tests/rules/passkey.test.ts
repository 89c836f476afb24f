import { describe, expect, it } from 'vitest';
import { passkeyPlace } from '@roer/domain/identity/passkey';
import { addPasskeyInput, passkeyAnswer } from '@roer/domain/identity/passkey-schema';

describe('I31 where passkeys work', () => {
  it.each([
    ['https://roer.gemeente.nl', { origin: 'https://roer.gemeente.nl', relyingParty: 'roer.gemeente.nl' }],
    ['https://roer.gemeente.nl:8443/', { origin: 'https://roer.gemeente.nl:8443', relyingParty: 'roer.gemeente.nl' }],
    ['http://localhost:4400', { origin: 'http://localhost:4400', relyingParty: 'localhost' }],
    ['http://roer.localhost', { origin: 'http://roer.localhost', relyingParty: 'roer.localhost' }],
  ])('I31 at %s', (address, place) => {
    expect(passkeyPlace(address)).toEqual(place);
  });

  it.each([
    'http://127.0.0.1:4400',
    'https://192.168.1.20',
    'https://[2001:db8::1]:4400',
    'https://3232235796',
    'http://roer.gemeente.nl',
    'http://roer.local',
    'http://localhost.example',
    'ftp://localhost',
    '',
  ])('I31 not at “%s”', (address) => {
    expect(passkeyPlace(address)).toBeNull();
  });
});

describe('I26 what a browser sends', () => {
  it('I26 is taken without what it tells of the device (I15)', () => {
    const passkey = { id: 'a_-', rawId: 'a_-', type: 'public-key' };
    const response = { clientDataJSON: 'a', attestationObject: 'b' };
    const sent = {
      name: ' Laptop ',
      passkey: { ...passkey, authenticatorAttachment: 'platform', response: { ...response, transports: ['internal'] } },
    };
    expect(addPasskeyInput.parse(sent)).toEqual({ name: 'Laptop', passkey: { ...passkey, response } });
    for (const name of ['', ' ', 'x'.repeat(61)])
      expect(addPasskeyInput.safeParse({ ...sent, name }).success).toBe(false);
  });

  it.each(['', '../x', 'a=', 'a b', 'x'.repeat(1401)])('I26 is refused under the id “%s”', (id) => {
    const response = { clientDataJSON: 'a', authenticatorData: 'b', signature: 'c' };
    expect(passkeyAnswer.safeParse({ id: 'ok', rawId: 'ok', type: 'public-key', response }).success).toBe(true);
    expect(passkeyAnswer.safeParse({ id, rawId: id, type: 'public-key', response }).success).toBe(false);
  });
});
