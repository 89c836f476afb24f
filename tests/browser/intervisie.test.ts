import { randomBytes } from 'node:crypto';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uuidFrom } from '@roer/domain/ids';
import { bringAxe, findings } from '../kit/accessibility.ts';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Language, Visitor } from '../kit/browser.ts';
import type { TestClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld, standardWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';
import { photograph } from './contact-sheet.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const minute = 60_000;
const { water } = standardWorld;
/** Four in one team. */
const fourOfATeam = {
  water: {
    ...water,
    people: { ...water.people, dina: { name: 'Dina Amrani', teams: [{ team: 'green' }, { team: 'permits' }] } },
  },
};
type Name = 'ada' | 'ben' | 'dina' | 'fatma';
const names: readonly Name[] = ['ada', 'ben', 'dina', 'fatma'];

let offset = 0;
/** The real time, and further when a test moves it. */
const clock: TestClock = {
  now: () => Date.now() + offset,
  newId: () => uuidFrom(Date.now(), randomBytes(10)),
  newToken: () => randomBytes(32).toString('base64url'),
  set: (now) => {
    offset = now - Date.now();
  },
  advance: (milliseconds) => {
    offset += milliseconds;
  },
};

let browser: Browser;
let application: TestApplication;
let world: World<typeof fourOfATeam>;
beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed({ database: await createTestDatabase(), clock });
  world = await createWorld(application.database, fourOfATeam);
});
afterAll(async () => {
  await browser.close();
  await application.close();
  await application.database.drop();
});

const serverGone = /ERR_CONNECTION|ERR_FAILED|WebSocket|socket\.io/u;
const roomGone = /404/u;

const open = async (name: Name): Promise<Visitor> => {
  const cookie = await application.signIn(world.water.people[name]);
  const visitor = await openVisitor(browser, {
    url: application.url,
    cookie,
    ...(name === 'ben' && { width: 390, height: 844 }),
  });
  await bringAxe(visitor);
  visitor.expectComplaint(serverGone);
  visitor.expectComplaint(roomGone);
  // The clock of one device is wrong, and it changes nothing.
  if (name === 'dina') await visitor.page.clock.setFixedTime(Date.now() + 47 * minute);
  await visitor.page.goto(`/team/${world.water.teams.permits}/intervisie`);
  return visitor;
};
const button = ({ page }: Visitor, key: string, values: Record<string, string> = {}): Locator =>
  page.getByRole('button', { name: words(`intervisie.${key}`, values), exact: true });
const lead = ({ page }: Visitor): Locator => page.getByRole('heading', { level: 1 });
/** What the clock of a browser says, in seconds. */
const left = async ({ page }: Visitor): Promise<number> => {
  const [minutes = Number.NaN, seconds = Number.NaN] = ((await page.getByRole('timer').textContent()) ?? '')
    .split(':')
    .map(Number);
  return 60 * minutes + seconds;
};

it('L6.2 L6.4 L6.8 four browsers share one session and one clock, through a reload and a restart of the server', async () => {
  const [ada, ben, dina, fatma] = (await Promise.all(names.map(open))) as [Visitor, Visitor, Visitor, Visitor];
  const all = [ada, ben, dina, fatma];
  const inPhase = (phase: string): Promise<void[]> =>
    Promise.all(
      all.map((each) =>
        lead(each)
          .getByText(saying(`intervisie.phase.${phase}`))
          .waitFor(),
      ),
    );
  const oneClock = async (): Promise<number> => {
    let times: number[] = [];
    await expect
      .poll(
        async () => {
          times = await Promise.all(all.map(left));
          return Math.max(...times) - Math.min(...times);
        },
        { timeout: 30_000 },
      )
      .toBeLessThanOrEqual(2);
    return Math.min(...times);
  };
  const write = async (who: Visitor, phase: string, text: string): Promise<void> => {
    await who.page.getByLabel(words(`intervisie.notes.label.${phase}`)).fill(text);
    await who.page.keyboard.press('Enter');
    for (const { page } of all) await page.getByRole('listitem').getByText(text, { exact: true }).waitFor();
  };
  const accessible = async (who: Visitor, name: string, language: Language = 'nl'): Promise<void> => {
    const { page } = who;
    await who.quiet();
    const size = page.viewportSize();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await findings(page), `${name} ${width} ${colorScheme}`).toEqual([]);
        if (!process.env['CI']) await photograph(page, { name: `${name}-${language}`, width, theme: colorScheme });
      }
    }
    await page.setViewportSize({ width: 360, height: 780 });
    expect.soft(await page.evaluate<number>('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(360);
    if (size) await page.setViewportSize(size);
  };

  await button(ada, 'open.button').click();
  await button(ada, 'open.submit').click();
  for (const guest of [ben, dina, fatma]) {
    // It shows at who looked already.
    await guest.page
      .getByRole('heading', { name: words('intervisie.card.title', { name: 'Ada Yilmaz' }), exact: true })
      .waitFor();
    await guest.page.getByRole('link', { name: words('intervisie.card.see') }).click();
    await button(guest, 'waiting.join').click();
  }
  await button(fatma, 'waiting.take.facilitator').click();
  await button(dina, 'waiting.take.timekeeper').click();
  await accessible(fatma, 'intervisie-waiting');
  await button(ada, 'waiting.start').click();

  await inPhase('incident');
  expect(await oneClock()).toBeGreaterThan(9 * 60);
  await write(ada, 'incident', 'Een gesprek dat vastliep.');
  await accessible(fatma, 'intervisie-incident');
  // Time alone moves everybody on.
  clock.advance(10 * minute);
  await inPhase('questions');
  // Who does not look is told, once.
  const now = words('intervisie.running.now', {
    phase: words('intervisie.phase.questions'),
    words: words('intervisie.phaseWords.questions'),
  });
  await fatma.page.getByRole('status').filter({ hasText: now }).waitFor({ state: 'attached' });
  // The same room in another language, in a second window of somebody who is in it.
  const english = await openVisitor(browser, {
    url: application.url,
    cookie: await application.signIn(world.water.people.fatma),
    language: 'en',
  });
  await bringAxe(english);
  await english.page.goto(fatma.page.url());
  await english.page.getByRole('timer').waitFor();
  await accessible(english, 'intervisie-questions', 'en');
  await english.close();
  await oneClock();

  // A reload lands in the same phase, with the same clock and with what was typed.
  await ben.page.getByLabel(words('intervisie.notes.label.questions')).fill('Wie was erbij?');
  await ben.page.waitForTimeout(300);
  await ben.page.reload();
  await inPhase('questions');
  await eventually(() => ben.page.getByLabel(words('intervisie.notes.label.questions')).inputValue(), 'Wie was erbij?');
  const before = await oneClock();

  // The server stops and starts again, in the middle.
  const { database, url } = application;
  await application.close();
  await ada.page.waitForTimeout(1500);
  await inPhase('questions');
  application = await startServed({ database, clock, port: Number(new URL(url).port) });
  await dina.page.reload();
  await inPhase('questions');
  const after = await oneClock();
  expect(after).toBeLessThan(before);
  await ben.page.getByLabel(words('intervisie.notes.label.questions')).press('Enter');
  for (const { page } of all) await page.getByRole('listitem').getByText('Wie was erbij?', { exact: true }).waitFor();

  await button(fatma, 'running.next', { phase: words('intervisie.phase.analysis') }).click();
  await inPhase('analysis');
  // Whose case it is only reads along.
  expect(await ada.page.getByRole('textbox').count()).toBe(0);
  await write(dina, 'analysis', 'Het ging niet over de vergunning.');
  await accessible(ada, 'intervisie-analysis');
  await button(dina, 'running.pause').click();
  for (const { page } of all) await page.getByText(words('intervisie.running.paused')).waitFor();
  await button(dina, 'running.next', { phase: words('intervisie.phase.advice') }).click();
  await inPhase('advice');
  await button(fatma, 'running.next', { phase: words('intervisie.phase.intention') }).click();
  await inPhase('intention');
  await write(ada, 'intention', 'Ik bel haar op.');
  await button(fatma, 'running.last').click();
  for (const each of all) await lead(each).getByText(saying('intervisie.running.overLead')).waitFor();
  await accessible(ada, 'intervisie-over');

  await button(ada, 'end.keep').click();
  for (const guest of [ben, dina, fatma]) {
    await lead(guest).getByText(words('intervisie.gone.endedLead')).waitFor();
    await guest.page.getByText('Ik bel haar op.').waitFor({ state: 'detached' });
  }
  await accessible(ben, 'intervisie-ended');
  await ada.page.getByRole('heading', { name: words('intervisie.kept.title') }).waitFor();
  await ada.page.locator('summary').click();
  await ada.page.getByText('Ik bel haar op.').waitFor();
  await accessible(ada, 'intervisie-kept');
  const stored = await runQuery<{ rooms: number; notes: number; kept: number }>(
    database.ownerUrl,
    `SELECT (SELECT count(*)::int FROM "IntervisieRoom") AS rooms, (SELECT count(*)::int FROM "RoomNote") AS notes,
       (SELECT count(*)::int FROM "KeptNotes") AS kept`,
  );
  expect(stored).toEqual([{ rooms: 0, notes: 0, kept: 1 }]);
  await fatma.page.goto(`/team/${world.water.teams.permits}/intervisie`);
  await button(fatma, 'open.button').waitFor();
  expect(await fatma.page.getByRole('heading', { name: words('intervisie.kept.title') }).count()).toBe(0);
  for (const each of all) {
    each.expectPeace();
    await each.close();
  }
}, 240_000);
