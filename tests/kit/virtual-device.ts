import type { Page } from 'playwright-core';

/** A device of the browser itself that makes passkeys, without anybody who touches it. */
export type VirtualDevice = {
  /** From now on its owner shows a finger, or does not. */
  ownerIsThere: (there: boolean) => Promise<void>;
  /** How many passkeys it holds. */
  count: () => Promise<number>;
};

export const addDevice = async (page: Page): Promise<VirtualDevice> => {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    ownerIsThere: async (there) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: there });
    },
    count: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
};
