import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { openScene } from './rights-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let cookie: string;
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
  cookie = await application.signIn(world.water.people.ada);
});
afterAll(() => application.close());

const areaCount = async (): Promise<number> =>
  Object.keys(
    (await application.client(cookie).responsibilities.board.query({ teamId: world.water.teams.permits })).snapshot
      .area,
  ).length;
const newArea = () => {
  const { newId } = openScene(application, world, 'member');
  return { commandId: newId(), teamId: world.water.teams.permits, id: newId(), name: 'Area' };
};
const mutation = (): string => `${application.url}/trpc/responsibilities.createArea`;

describe('a change comes as JSON from a page of ours', () => {
  it('takes no forms, no plain text and nothing without a kind, also where there is nothing to send', async () => {
    const form = new FormData();
    form.append('name', 'Area');
    const bodies: [string | undefined, string | FormData | Blob][] = [
      ['text/plain', JSON.stringify(newArea())],
      ['text/plain; charset=utf-8', JSON.stringify(newArea())],
      ['application/x-www-form-urlencoded', 'name=Area'],
      ['application/octet-stream', JSON.stringify(newArea())],
      ['application/jsonp', JSON.stringify(newArea())],
      ['text/json', JSON.stringify(newArea())],
      [undefined, form],
      [undefined, new Blob([JSON.stringify(newArea())])],
    ];
    const before = await areaCount();
    for (const [contentType, body] of bodies) {
      for (const address of [mutation(), `${application.url}/trpc/identity.signOutEverywhere`]) {
        const headers = { origin: application.url, cookie, ...(contentType ? { 'content-type': contentType } : {}) };
        const answer = await fetch(address, { method: 'POST', headers, body });
        expect(answer.status, contentType).toBe(415);
        expect(await answer.json()).toEqual({ code: 'badInput' });
      }
    }
    expect(await areaCount()).toBe(before);
  });

  it('takes nothing from another site, from nowhere, or by an address', async () => {
    const before = await areaCount();
    const here = new URL(application.url);
    const elsewhere = [
      undefined,
      'null',
      'https://elsewhere.example',
      `${application.url}.elsewhere.example`,
      `http://${here.hostname}:${Number(here.port) + 1}`,
      `http://user@elsewhere.example`,
      '',
    ];
    for (const origin of elsewhere) {
      const headers = { cookie, 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) };
      const answer = await fetch(mutation(), { method: 'POST', headers, body: JSON.stringify(newArea()) });
      expect(answer.status, origin).toBe(403);
    }
    const input = encodeURIComponent(JSON.stringify(newArea()));
    for (const headers of [{ cookie, origin: application.url }, { cookie }]) {
      const answer = await fetch(`${mutation()}?input=${input}`, { headers });
      expect(answer.status).toBe(405);
      const batch = await fetch(`${mutation()}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: newArea() }))}`, {
        headers,
      });
      expect(batch.status).toBe(405);
    }
    expect(await areaCount()).toBe(before);
  });
});

describe('what every answer carries', () => {
  it('a strict policy for content, and no more of the sender than needed', async () => {
    for (const path of ['/healthz', '/trpc/identity.me', '/nothing']) {
      const { headers } = await fetch(`${application.url}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('what is too much or makes no sense', () => {
  it('at most ten questions travel together', async () => {
    const ask = (count: number): Promise<Response> =>
      fetch(`${application.url}/trpc/${Array.from({ length: count }, () => 'identity.me').join(',')}?batch=1&input={}`);
    expect((await ask(10)).status).toBe(200);
    expect((await ask(11)).status).toBe(400);
  });

  it('a body that is too large gets a clear refusal', async () => {
    const body = JSON.stringify({ ...newArea(), name: 'x'.repeat(12_000_000) });
    const headers = { origin: application.url, cookie, 'content-type': 'application/json' };
    const answer = await fetch(mutation(), { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { data: { code: 'badInput', detail: {} } } });
  });

  it('a wrong input is refused by the name of its field, and nothing of it comes back', async () => {
    const headers = { origin: application.url, cookie, 'content-type': 'application/json' };
    const send = (body: string): Promise<Response> => fetch(mutation(), { method: 'POST', headers, body });
    const wrong = await send(JSON.stringify({ ...newArea(), name: { planted: 'marker' } }));
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({
      error: {
        code: -32600,
        message: 'badInput',
        data: { httpStatus: 400, code: 'badInput', detail: { field: 'name' } },
      },
    });
    for (const body of ['{"marker', '[]', '"marker"', 'null', '', '{"__proto__":{"marker":1}}', '\u0000marker']) {
      const answer = await send(body);
      expect(answer.status, body).toBe(400);
      expect(await answer.text()).not.toContain('marker');
    }
  });
});
