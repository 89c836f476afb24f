import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const origin = 'https://roer.example';
const source = readFileSync(new URL('../../apps/web/public/service-worker.js', import.meta.url), 'utf8');

type Kept = { url: string; type: string };
type Asked = { url: string; method?: string; mode?: string };

/** The worker as a browser runs it, and what it keeps. `answer` is the server. */
const startWorker = (answer: (path: string) => { type: string; url?: string }) => {
  const kept = new Map<string, Kept>();
  const listeners = new Map<string, (event: object) => void>();
  const href = (given: string | Asked): string => new URL(typeof given === 'string' ? given : given.url, origin).href;
  const respond = (asked: string | Asked) => {
    const url = href(asked);
    const { type } = answer(new URL(url).pathname);
    const response = {
      ok: true,
      type: 'basic',
      redirected: false,
      url,
      headers: new Headers({ 'content-type': type }),
      body: type,
      clone: () => response,
    };
    return response;
  };
  const cache = {
    match: async (name: string) => kept.get(href(name)),
    put: async (name: string, response: { url: string; body: string }) =>
      void kept.set(href(name), { url: response.url, type: response.body }),
    keys: async () => [],
  };
  class Response {
    ok = true;
    url = '';
    headers: Headers;
    body: string;
    constructor(body: string, { headers }: { headers: Headers }) {
      this.body = body;
      this.headers = headers;
    }
  }
  runInNewContext(source, {
    URL,
    AbortSignal,
    Response,
    location: { origin },
    caches: { open: async () => cache },
    fetch: async (asked: string | Asked) => respond(asked),
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
  });
  const visit = async (path: string, asked: Partial<Asked> = {}): Promise<boolean> => {
    const answers: Promise<unknown>[] = [];
    const request = { url: origin + path, method: 'GET', mode: 'navigate', ...asked };
    listeners.get('fetch')?.({ request, respondWith: (given: Promise<unknown>) => answers.push(given) });
    await Promise.all(answers);
    return answers.length > 0;
  };
  return { kept, visit };
};

const server = (path: string) => ({ type: path.includes('.') ? 'text/javascript' : 'text/html; charset=utf-8' });

describe('F12 what the page keeps for when there is no network', () => {
  it('F12 is the page, and not a file that somebody opened by its address or was sent to', async () => {
    const { kept, visit } = startWorker(server);
    await visit('/first-paint.js');
    await visit('/assets/index-1.js');
    expect(kept.get(`${origin}/`)).toBeUndefined();
    await visit('/team/1');
    expect(kept.get(`${origin}/`)?.type).toContain('text/html');
  });

  it('F12 never holds a secret that was in the address of the page', async () => {
    const { kept, visit } = startWorker(server);
    await visit('/invitation/secret-of-a-link');
    expect(kept.size).toBe(1);
    expect(JSON.stringify([...kept])).not.toContain('secret-of-a-link');
  });

  it('F12 lets everything that is somebody’s own pass by', async () => {
    const { kept, visit } = startWorker(server);
    for (const path of [
      '/trpc/identity.me',
      '/calendar/secret.ics',
      '/unsubscribe/secret',
      '/api/auth/x',
      '/socket.io/',
    ])
      expect(await visit(path)).toBe(false);
    expect(await visit('/team/1', { method: 'POST' })).toBe(false);
    expect(kept.size).toBe(0);
  });
});
