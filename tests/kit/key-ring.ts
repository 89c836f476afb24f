import { keyRingFrom } from '@roer/api/platform/key-ring';

/** A key ring for tests: the same for every server, so that another one can go on with its database. */
export const testKeyRing = keyRingFrom(`test ${Buffer.alloc(32, 7).toString('base64')}`, 'The tests');
