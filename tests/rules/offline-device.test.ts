import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDeviceStore } from '@roer/web/live/device-store.ts';

const numbersIn = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe('F8 what a device keeps', () => {
  it('is there for the next page, and goes by name', async () => {
    const store = openDeviceStore();
    await store.write('a/one', { title: 'One' });
    await store.write('b/two', 2);
    const next = openDeviceStore();
    expect(await next.read('a/one')).toEqual({ title: 'One' });
    await next.remove((name) => name.startsWith('a/'));
    expect(await openDeviceStore().read('a/one')).toBeUndefined();
    expect(await openDeviceStore().read('b/two')).toBe(2);
    expect(next.keepsNothing()).toBe(false);
  });

  it('is changed in one step, also by two windows at once', async () => {
    const windows = [openDeviceStore(), openDeviceStore()];
    const all = Array.from({ length: 40 }, (_, index) => index);
    await Promise.all(all.map((index) => windows[index % 2]?.change('queue', (value) => [...numbersIn(value), index])));
    expect(numbersIn(await openDeviceStore().read('queue')).toSorted((one, other) => one - other)).toEqual(all);
  });

  it('lasts as long as the page where a browser keeps nothing, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('No.', 'SecurityError');
      },
    });
    const store = openDeviceStore();
    expect(await store.change('queue', (value) => [...numbersIn(value), 1])).toEqual([1]);
    expect(store.keepsNothing()).toBe(true);
    expect(await store.change('queue', (value) => [...numbersIn(value), 2])).toEqual([1, 2]);
    expect(await store.read('queue')).toEqual([1, 2]);
    await store.remove(() => true);
    expect(await store.read('queue')).toBeUndefined();
  });

  it('loses nothing when the browser stops keeping things halfway', async () => {
    const store = openDeviceStore();
    await store.change('queue', () => [1]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    expect(await store.change('queue', (value) => [...numbersIn(value), 2])).toEqual([1, 2]);
    expect(store.keepsNothing()).toBe(true);
    put.mockRestore();
    expect(await store.read('queue')).toEqual([1, 2]);
  });
});
