import { expect, it } from 'vitest';
import { startServed } from './served.ts';

it('UI13 the page and its scripts leave compressed, by what the browser takes, and are the same unpacked', async () => {
  const application = await startServed();
  const ask = async (path: string, encoding: string) => {
    const answer = await fetch(`${application.url}${path}`, {
      headers: { accept: 'text/html', 'accept-encoding': encoding },
    });
    const { headers } = answer;
    return {
      encoding: headers.get('content-encoding'),
      length: Number(headers.get('content-length')),
      kind: headers.get('content-type'),
      caching: headers.get('cache-control'),
      vary: headers.get('vary'),
      text: await answer.text(),
    };
  };
  try {
    const page = await ask('/', 'identity');
    const scripts = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/gu)].map(
      ([, path]) => path ?? '',
    );
    expect(scripts.length).toBeGreaterThan(1);
    // A link that was shared is the page too.
    for (const path of ['/', '/team/van-iemand', ...scripts]) {
      const plain = await ask(path, 'identity');
      expect(plain.encoding, path).toBeNull();
      // Less is not worth unpacking.
      if (plain.length < 1024) continue;
      for (const encoding of ['br', 'gzip']) {
        const packed = await ask(path, encoding);
        expect(packed, path).toMatchObject({ encoding, kind: plain.kind, caching: plain.caching, text: plain.text });
        expect(packed.vary, path).toMatch(/accept-encoding/iu);
        expect(packed.length, path).toBeLessThan(plain.length * 0.6);
      }
    }
    const first = scripts.find((path) => path.includes('/first-') && path.endsWith('.js')) ?? '';
    expect((await ask(first, 'gzip, deflate, br')).encoding).toBe('br');
  } finally {
    await application.close();
  }
});
