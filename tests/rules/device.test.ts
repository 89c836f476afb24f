import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDevice, keepHere, keepWho, keptWho, ownDevice, recallHere } from '@roer/web/live/device.ts';

const ada = { organisationId: 'water', personId: 'ada' };
const ben = { organisationId: 'water', personId: 'ben' };

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(async () => {
  await emptyDevice();
  vi.unstubAllGlobals();
});

describe('F12 whose a device is', () => {
  it('F12 who signed out while their page was still being kept is not kept', async () => {
    const owned = ownDevice(ada);
    const left = emptyDevice();
    await Promise.all([owned.then(() => keepWho({ me: { name: 'Ada' }, owner: ada })), left]);
    expect(await keptWho()).toBeUndefined();
  });

  it('F12 nobody finds what somebody else left, also not under their own name', async () => {
    await ownDevice(ada);
    await keepWho({ me: { name: 'Ada' }, owner: ada });
    await keepHere('draft.note', 'Of Ada');
    await ownDevice(ben);
    await keepWho({ me: { name: 'Ada' }, owner: ada });
    expect(await recallHere('draft.note')).toBeUndefined();
    await ownDevice(ada);
    expect(await recallHere('draft.note')).toBeUndefined();
  });
});
