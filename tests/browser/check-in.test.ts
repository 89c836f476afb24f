import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { epochTimes } from '@roer/domain/workload/epoch';
import { bringAxe, findings } from '../kit/accessibility.ts';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { answer, anyMailer, checkInWorld, goTo, largeTeam, proveMailboxes } from '../kit/check-in.ts';
import { createClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';
import { bandsOf, button, cell, lead, link, scale } from './check-in-page.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

/** Monday 23 November 2026 is in epoch 22, so the first window begins with epoch 24. */
const first = 24;
const times = epochTimes(first);
const phone = { width: 390, height: 844, touch: true };
const offline = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/u;

type Name = keyof (typeof checkInWorld)['water']['people'];
/** A window, with what it sent by its socket and by the one door of the check-in. */
type Guest = Visitor & { frames: string[]; own: { asked: number; answered: number }[] };

let browser: Browser;
let application: TestApplication;
let world: World<typeof checkInWorld>;
let guests: Guest[];

beforeAll(async () => {
  browser = await connectBrowser();
  const database = await createTestDatabase();
  application = await startServed({ database, clock: createClock(), mailer: anyMailer });
  world = await createWorld(database, checkInWorld);
  await proveMailboxes(application);
  await application.app.jobs.runDue();
});
afterAll(async () => {
  await browser.close();
  await application.close();
  await application.database.drop();
});
beforeEach(() => {
  guests = [];
});
afterEach(async () => {
  for (const guest of guests) await guest.close();
});

const open = async (who: Name, path: string, device: { width?: number } = {}): Promise<Guest> => {
  const cookie = await application.signIn(world.water.people[who]);
  const visitor = await openVisitor(browser, { url: application.url, cookie, ...device });
  const guest: Guest = { ...visitor, frames: [], own: [] };
  guests.push(guest);
  await bringAxe(guest);
  guest.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => guest.frames.push(String(payload))));
  guest.page.on('response', async (response) => {
    if (!response.url().includes('/trpc/workload.own')) return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    guest.own.push({ asked: response.request().postDataBuffer()?.length ?? 0, answered: body.length });
  });
  await guest.page.clock.setFixedTime(application.clock.now());
  await guest.page.goto(path);
  return guest;
};
/** It is this moment everywhere, and what is due then is done. */
const everywhereIs = async (now: number): Promise<void> => {
  for (const { page } of guests) await page.clock.setFixedTime(now);
  await goTo(application, now);
};
const invitation = ({ page }: Guest): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: words('check-in.invite.title') }) });
const keep = ({ page }: Guest): Locator => page.getByRole('checkbox', { name: saying('check-in.form.keep') });
const chosen = (guest: Guest): Promise<number> => guest.page.locator('fieldset input:checked').count();
/** How many things this browser keeps of anybody. As text: these tests know no browser of their own. */
const kept = ({ page }: Guest): Promise<string[]> =>
  page.evaluate<string[]>(`new Promise((resolve) => {
    const opening = indexedDB.open('roer');
    opening.onsuccess = () => {
      const asked = opening.result.transaction('device').objectStore('device').getAllKeys();
      asked.onsuccess = () => { resolve(asked.result); opening.result.close(); };
    };
  })`);
const keptCheckIns = async (guest: Guest): Promise<number> =>
  (await kept(guest)).filter((name) => name.endsWith('/check-in')).length;

/** Readable by everybody, and not wider than the smallest phone. */
const expectAccessible = async ({ page, quiet }: Guest): Promise<void> => {
  await quiet();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page)).toEqual([]);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  if (size) await page.setViewportSize(size);
};

// One story: each part goes on where the one before ended.
describe('a check-in from its names to its result', () => {
  it('CI1 CI3 P17 the names can be looked at and confirmed two weeks ahead, and nothing else', async () => {
    const ada = await open('ada', '/');
    await link(ada, 'invite.names').click();
    await lead(ada, 'names.lead');
    for (const name of largeTeam)
      await ada.page
        .getByRole('listitem')
        .getByText(`${name[0]?.toUpperCase()}${name.slice(1)} Test`, { exact: true })
        .waitFor();
    await button(ada, 'names.no').click();
    await ada.page.getByText(words('check-in.names.wrong.nothing')).waitFor();
    expect(await keptCheckIns(ada)).toBe(0);
    await expectAccessible(ada);
    await button(ada, 'names.yes').click();
    await lead(ada, 'wait.lead');
    await link(ada, 'back').click();
    await ada.page.getByRole('heading', { level: 2, name: words('news.title') }).waitFor();
    await ada.quiet();
    expect(await invitation(ada).count()).toBe(0);
    await ada.page.goto('/check-in');
    await lead(ada, 'wait.lead');
    ada.expectPeace();
  });

  it('CI7 P11 from Thursday on the invitation is the same for who answered and who did not', async () => {
    await goTo(application, times.opensAt);
    await goTo(application, times.answersFrom + 9 * 3_600_000);
    await answer(application, world.water.people.cem, { number: first, value: 5 });
    const [asCem, asDina] = [await open('cem', '/'), await open('dina', '/')];
    await link(asCem, 'invite.go').waitFor();
    await link(asDina, 'invite.go').waitFor();
    expect(await invitation(asCem).innerHTML()).toBe(await invitation(asDina).innerHTML());
    asCem.expectPeace();
    asDina.expectPeace();
  });

  it('CI4 CI7 P11 P12 confirm, answer, change: on a desktop by keyboard and on a phone, and nobody sees it', async () => {
    const ada = await open('ada', '/check-in');
    await button(ada, 'names.yes').press('Enter');
    await lead(ada, 'form.lead');
    expect(await chosen(ada)).toBe(0);
    await cell(ada, 'fits', 'notAtAll').focus();
    await ada.page.keyboard.press('Space');
    await ada.page.keyboard.press('ArrowRight');
    expect(await cell(ada, 'fits', 'hardly').isChecked()).toBe(true);
    for (const statement of ['overview', 'core', 'help']) await cell(ada, statement, 'hardly').check();
    await cell(ada, 'learn', 'fully').check();
    await scale(ada, 'learn').getByRole('button').click();
    expect(await chosen(ada)).toBe(4);
    await keep(ada).check();
    await expectAccessible(ada);
    await button(ada, 'form.send').click();
    await lead(ada, 'sent.lead');
    await link(ada, 'back').click();
    await link(ada, 'invite.edit').click();
    await lead(ada, 'form.lead');
    expect(await chosen(ada)).toBe(4);
    await cell(ada, 'core', 'notAtAll').check();
    await button(ada, 'form.send').click();
    await lead(ada, 'sent.lead');
    await ada.page.goto('/check-in');
    await eventually(() => cell(ada, 'core', 'notAtAll').isChecked(), true);

    const ben = await open('ben', '/check-in', phone);
    await button(ben, 'names.yes').tap();
    for (const statement of ['fits', 'core']) await cell(ben, statement, 'hardly').check();
    await button(ben, 'form.send').tap();
    await lead(ben, 'sent.lead');
    await ben.page.reload();
    // Without a copy the form is empty, and only this device knows that it was sent.
    await ben.page.getByText(words('check-in.form.again')).waitFor();
    expect(await chosen(ben)).toBe(0);

    for (const guest of [ada, ben]) {
      await guest.quiet();
      expect(guest.frames.filter((frame) => frame.includes('"look"') && !frame.includes('["look",null]'))).toEqual([]);
      expect(new Set(guest.own.map(({ asked }) => asked)).size, 'lengths of requests').toBe(1);
      expect(new Set(guest.own.map(({ answered }) => answered)).size, 'lengths of answers').toBe(1);
      expect(guest.own.length).toBeGreaterThan(2);
      guest.expectPeace();
    }
  });

  it('CI4 without a connection nothing is queued: it stays on screen and is sent by who sends it', async () => {
    const dina = await open('dina', '/check-in', phone);
    dina.expectComplaint(offline);
    await button(dina, 'names.yes').tap();
    await cell(dina, 'fits', 'partly').check();
    await dina.quiet();
    await dina.context.setOffline(true);
    await button(dina, 'form.send').tap();
    await dina.page.getByText(words('check-in.notSent.silent')).waitFor();
    await dina.page.getByText(words('check-in.notSent.onScreen')).waitFor();
    expect(await cell(dina, 'fits', 'partly').isChecked()).toBe(true);
    const before = dina.own.length;
    await dina.context.setOffline(false);
    await dina.page.getByText(/Geen verbinding/u).waitFor({ state: 'hidden' });
    await dina.quiet();
    expect(dina.own.length).toBe(before);
    await button(dina, 'form.send').tap();
    await lead(dina, 'sent.lead');
    dina.expectPeace();
  });

  it('CI2 what comes too late is not counted, and the page says what is safe', async () => {
    const eva = await open('eva', '/check-in');
    await button(eva, 'names.yes').click();
    await cell(eva, 'fits', 'fully').check();
    for (const name of ['fatma', 'gijs', 'hana', 'ivo'] as const)
      await answer(application, world.water.people[name], { number: first, value: 4 });
    await answer(application, world.water.people.eva, { number: first, value: 4 });
    await keep(eva).check();
    await goTo(application, times.closesAt);
    await button(eva, 'form.send').click();
    await eva.page.getByText(words('check-in.refused.checkInClosed.title')).waitFor();
    await lead(eva, 'wait.closed');
    await eva.page.reload();
    await lead(eva, 'wait.closed');
    eva.expectPeace();
  });

  it('CI8 P5 P8 both see the same bands at the same moment, without loading the page again', async () => {
    const path = `/team/${world.water.teams.permits}/load`;
    const [ada, ben] = [await open('ada', path), await open('ben', path, phone)];
    const said = (guest: Guest, statement: string) => bandsOf(guest, statement).getAttribute('aria-label');
    for (const guest of [ada, ben]) {
      await bandsOf(guest, 'core').waitFor();
      expect(await said(guest, 'core')).toContain(words('check-in.results.none'));
    }
    await everywhereIs(times.publishesAt);
    const heavy = words('check-in.results.lastOne', { band: words('check-in.results.bands.heavy') });
    await eventually(() => said(ada, 'core').then((text) => text?.includes(heavy)), true);
    await eventually(() => said(ben, 'core').then((text) => text?.includes(heavy)), true);
    for (const statement of ['fits', 'overview', 'core', 'help', 'learn'])
      expect(await said(ada, statement)).toBe(await said(ben, statement));
    expect(ada.documents() + ben.documents()).toBe(2);
    for (const key of ['asTable', 'who'])
      await ben.page.getByRole('button', { name: words(`check-in.results.${key}`), exact: true }).tap();
    await ben.page
      .getByRole('cell', { name: words('check-in.results.bands.heavy'), exact: true })
      .first()
      .waitFor();
    await expectAccessible(ben);
    for (const guest of [ada, ben]) guest.expectPeace();
  });

  it('CI5 one button wipes what this device keeps, and signing out leaves nothing', async () => {
    const ada = await open('ada', '/check-in');
    await button(ada, 'names.yes').click();
    await lead(ada, 'wait.lead');
    expect(await keptCheckIns(ada)).toBe(1);
    await link(ada, 'aboutMe.more').click();
    await lead(ada, 'aboutMe.lead');
    await expectAccessible(ada);
    await ada.page.goBack();
    await button(ada, 'device.wipe').click();
    await lead(ada, 'names.lead');
    expect(await keptCheckIns(ada)).toBe(0);
    await button(ada, 'names.yes').click();
    await lead(ada, 'wait.lead');
    await ada.page.goto('/account');
    await ada.page.getByRole('button', { name: words('identity.signOut.here'), exact: true }).click();
    await ada.page.waitForURL(/sign-in|start/u);
    await eventually(() => kept(ada), []);
    ada.expectPeace();
  });
});
