import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor, untilPageIsKept } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { createClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import { aDuty } from '../kit/duties.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import { boardOf } from './board.ts';
import { newsOf, seeNews } from './news.ts';
import { newId } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const town = {
  town: {
    name: 'Gemeente Vierlanden',
    domains: { space: 'Leefomgeving' },
    teams: { permits: { name: 'Vergunningen', domain: 'space' }, green: { name: 'Groen', domain: 'space' } },
    people: {
      esra: { name: 'Esra Aydin', teams: [{ team: 'permits' }] },
      bas: { name: 'Bas Vermeer', teams: [{ team: 'permits' }] },
      joost: { name: 'Joost Hendriks', teams: [{ team: 'permits' }, { team: 'green' }] },
    },
  },
} as const;
const days = {
  monday: '2026-11-23',
  tuesday: '2026-11-24',
  wednesday: '2026-11-25',
  thursday: '2026-11-26',
  friday: '2026-11-27',
} as const;
const intake = 'Intake en volledigheidstoets';
const hearings = 'Hoorzittingen';
const trees = 'Bomenregister';
const question = 'Wie leest vrijdag het verslag mee?';
const offline = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket|service worker resource mismatch/u;

let browser: Browser;
let application: TestApplication;
let people: Record<keyof typeof town.town.people, PersonId>;
let teams: Record<keyof typeof town.town.teams, TeamId>;
let hearingsId: ResponsibilityId;
let visitors: Visitor[];

/** Everybody's clock, and the server's: nine in the morning of this day. */
const morningOf = (day: keyof typeof days): void => application.clock.set(Date.parse(`${days[day]}T08:00:00Z`));
const phone = { width: 390, height: 844, touch: true };
/** Somebody looks at Vandaag, until all of it is there, down to what changed. */
const open = async (
  who: keyof typeof people,
  device: { width?: number; keepsPage?: boolean } = {},
): Promise<Visitor> => {
  const cookie = await application.signIn(people[who]);
  const visitor = await openVisitor(browser, { url: application.url, cookie, ...device });
  visitors.push(visitor);
  await visitor.page.clock.setFixedTime(application.clock.now());
  await visitor.page.goto('/');
  await newsOf(visitor).scrollIntoViewIfNeeded();
  return visitor;
};
const lead = ({ page }: Visitor, sentence: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1 }).getByText(sentence).waitFor();
const tick = ({ page }: Visitor, title: string): Locator => page.getByRole('checkbox', { name: title });
const help = ({ page }: Visitor): Locator => page.getByRole('listitem').filter({ hasText: question });
const accept = (visitor: Visitor): Locator =>
  help(visitor).getByRole('button', { name: words('offers.help.accept.ask') });
const dialog = ({ page }: Visitor, key: string): Locator => page.getByRole('dialog', { name: words(key) });
/** What somebody did in one team, in order. */
const actsOf = async (who: keyof typeof people, team: keyof typeof teams = 'permits'): Promise<string[]> => {
  const rows = await runQuery<{ action: string }>(
    application.database.ownerUrl,
    `SELECT "action" FROM "Change" WHERE "actorId" = $1 AND "feedId" = $2 ORDER BY "seq"`,
    [people[who], teams[team]],
  );
  return rows.map(({ action }) => action);
};

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed({ database: await createTestDatabase(), clock: createClock() });
  ({ people, teams } = (await createWorld(application.database, town)).town);
  const { esra, bas, joost } = people;
  const weekly = (day: string) => ({ rrule: `FREQ=WEEKLY;BYDAY=${day}`, start: days.monday });
  const { responsibilityId } = await aDuty(
    application,
    { teamId: teams.permits, holder: esra, substitute: bas, responsibility: intake },
    { title: 'Nieuwe aanvragen toetsen', ...weekly('MO') },
  );
  const asEsra = application.client(await application.signIn(esra)).responsibilities;
  for (const [title, day] of [
    ['Wachtlijst nalopen', 'WE'],
    ['Week afronden', 'FR'],
  ] as const)
    await asEsra.createDuty.mutate({
      commandId: newId<'command'>(),
      teamId: teams.permits,
      responsibilityId,
      dutyId: newId<'duty'>(),
      text: { title, schedule: { ...weekly(day), dueTime: null, shift: 'none' } },
    });
  ({ responsibilityId: hearingsId } = await aDuty(
    application,
    { teamId: teams.permits, holder: joost, responsibility: hearings },
    { title: 'Verslag versturen', ...weekly('FR') },
  ));
  await aDuty(
    application,
    { teamId: teams.green, holder: joost, responsibility: trees },
    { title: 'Kapmeldingen nakijken', ...weekly('TH') },
  );
});
afterAll(async () => {
  await browser.close();
  await application.close();
  await application.database.drop();
});
beforeEach(() => {
  visitors = [];
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
});

// One story: each day goes on where the day before ended.
describe('a working week of three people', () => {
  it('Monday: says what is due, and what one ticks the others see at once', async () => {
    const esra = await open('esra');
    // What comes later is news to who has looked before.
    await seeNews(esra, 1);
    const bas = await open('bas', phone);
    const joost = await open('joost');
    await lead(esra, /^Nog drie dingen deze week/u);
    await lead(bas, words('today.lead.calm'));
    await lead(joost, 'Nog twee dingen deze week.');
    const board = boardOf(joost);
    await board.goto(teams.permits);
    await board.row(intake).waitFor();

    await tick(esra, 'Nieuwe aanvragen toetsen').click();
    await lead(esra, 'Nog twee dingen deze week.');
    await board.row(intake).getByText(words('responsibilities.change.dateDone')).waitFor();
    await newsOf(bas)
      .getByText(words('news.occurrence.done', { title: 'Nieuwe aanvragen toetsen' }))
      .waitFor();
    for (const visitor of [esra, bas, joost]) visitor.expectPeace();
  });

  it('Tuesday: Esra asks for help and plans two days off, and who stands in knows it beforehand', async () => {
    morningOf('tuesday');
    const esra = await open('esra');
    const bas = await open('bas', phone);
    await esra.page.getByRole('button', { name: words('offers.help.add') }).click();
    const asking = dialog(esra, 'offers.helpForm.title');
    await asking.getByText(words('offers.helpForm.kinds.ask'), { exact: true }).click();
    await asking.getByLabel(words('offers.helpForm.text')).fill(question);
    await asking.getByLabel(words('offers.helpForm.on')).fill(days.friday);
    await asking.getByRole('button', { name: words('offers.helpForm.send') }).click();
    await accept(bas).waitFor();

    expect(await tick(bas, 'Wachtlijst nalopen').count()).toBe(0);
    await esra.page.getByRole('button', { name: words('offers.absence.button') }).click();
    const planning = dialog(esra, 'offers.absence.title');
    await planning.getByLabel(words('offers.absence.from')).fill(days.wednesday);
    await planning.getByLabel(words('offers.absence.last')).fill(days.thursday);
    await planning.getByRole('button', { name: words('offers.absence.plan') }).click();
    await tick(bas, 'Wachtlijst nalopen').waitFor();
    await bas.page.getByText('Esra is dan niet beschikbaar.').waitFor();
    await lead(bas, 'Nog één ding deze week.');
    esra.expectPeace();
    bas.expectPeace();
  });

  it('Wednesday: Bas does on his phone what is Esra’s', async () => {
    morningOf('wednesday');
    const bas = await open('bas', phone);
    await lead(bas, 'Nog één ding deze week, vandaag.');
    await tick(bas, 'Wachtlijst nalopen').tap();
    await lead(bas, words('today.lead.done'));
    await eventually(async () => (await actsOf('bas')).at(-1), 'occurrence.settle');
    bas.expectPeace();
  });

  it('Thursday: what is passed on for a while is accepted by who first sees what it does to the own week', async () => {
    morningOf('thursday');
    const bas = await open('bas', phone);
    const joost = await open('joost');
    const board = boardOf(joost);
    await board.goto(teams.permits);
    await board.choose(hearings);
    await board.press(hearings, 'responsibilities.act.passOn');
    const giving = dialog(joost, 'responsibilities.offerForm.give.title');
    await giving.getByLabel(words('responsibilities.offerForm.give.who')).selectOption({ label: 'Bas Vermeer' });
    await giving.getByText(words('offers.offer.forAWhile'), { exact: true }).click();
    await giving.getByLabel(words('offers.offer.lastDay')).fill(days.friday);
    await giving.getByRole('button', { name: words('responsibilities.offerForm.give.send') }).click();

    await bas.page.getByText(/^Als je ja zegt/u).waitFor();
    await bas.page.getByRole('button', { name: words('responsibilities.offer.give.accept') }).tap();
    await board.carriers(hearings).getByText('Bas Vermeer').waitFor();
    await tick(bas, 'Verslag versturen').waitFor();
    bas.expectPeace();
    joost.expectPeace();
  });

  it('Thursday: two say yes to the same question at once, and the second hears kindly who was first', async () => {
    const bas = await open('bas', phone);
    const joost = await open('joost');
    const held = Promise.withResolvers<void>();
    await bas.page.route('**/trpc/responsibilities.acceptHelp*', async (route) => {
      await held.promise;
      await route.continue();
    });
    bas.expectComplaint(/409/u);
    await accept(joost).waitFor();
    await accept(bas).tap();
    await help(bas).getByText(words('offers.help.acceptedMe.ask')).waitFor();
    await accept(joost).click();
    await eventually(async () => (await actsOf('joost')).at(-1), 'help.accept');
    held.resolve();
    await bas.page.getByText(saying('errors.helpGone', { name: 'Joost' })).waitFor();
    await help(bas)
      .getByText(words('offers.help.accepted.ask', { name: 'Joost' }))
      .waitFor();
    bas.expectPeace();
    joost.expectPeace();
  });

  it('Thursday: two edit the same, and whoever is second chooses between both versions', async () => {
    const bas = await open('bas', phone);
    const joost = await open('joost');
    for (const visitor of [bas, joost]) {
      await boardOf(visitor).goto(teams.permits, hearingsId);
      await visitor.page.getByRole('button', { name: words('responsibilities.act.edit'), exact: true }).click();
      // The form is fetched first: what changes before it stands there is no conflict.
      await visitor.page.getByRole('dialog').getByLabel(words('responsibilities.form.purpose')).waitFor();
    }
    const write = async ({ page }: Visitor, purpose: string): Promise<void> => {
      await page.getByRole('dialog').getByLabel(words('responsibilities.form.purpose')).fill(purpose);
      await page.getByRole('button', { name: words('responsibilities.form.save') }).click();
    };
    await write(bas, 'Iedereen wordt gehoord.');
    await joost.page.getByText(words('responsibilities.form.changedMeanwhile')).waitFor();
    await write(joost, 'Bewoners worden gehoord.');
    const both = joost.page.getByRole('group', { name: words('responsibilities.form.purpose') });
    await both.getByText('Bewoners worden gehoord.').waitFor();
    await both.getByText('Iedereen wordt gehoord.').waitFor();
    await both.getByLabel(saying('responsibilities.conflict.theirs')).check();
    await joost.page.getByRole('button', { name: words('responsibilities.conflict.save') }).click();
    await joost.page.getByRole('dialog').waitFor({ state: 'detached' });
    await boardOf(joost).panel(hearings).getByText('Iedereen wordt gehoord.').waitFor();
    bas.expectPeace();
    joost.expectPeace();
  });

  it('Thursday: what Joost does in a train tunnel arrives once, in order', async () => {
    const joost = await open('joost', { keepsPage: true });
    joost.expectComplaint(offline);
    const before = (await actsOf('joost', 'green')).length;
    await untilPageIsKept(joost);
    await lead(joost, 'Nog één ding deze week, vandaag.');
    await joost.context.setOffline(true);
    await tick(joost, 'Kapmeldingen nakijken').click();
    await lead(joost, words('today.lead.done'));
    await joost.page.getByRole('link', { name: trees, exact: true }).first().click();
    await joost.page.getByRole('button', { name: words('responsibilities.act.edit'), exact: true }).click();
    const form = joost.page.getByRole('dialog');
    await form.getByLabel(words('responsibilities.form.purpose')).fill('Elke boom telt mee.');
    await form.getByRole('button', { name: words('responsibilities.form.save') }).click();
    await joost.page.getByText(/2 dingen wachten op verbinding/u).waitFor();

    await joost.page.reload();
    await boardOf(joost).panel(trees).getByText('Elke boom telt mee.').waitFor();
    await joost.page.getByText(/2 dingen wachten op verbinding/u).waitFor();
    expect((await actsOf('joost', 'green')).length).toBe(before);

    await joost.context.setOffline(false);
    await eventually(
      async () => (await actsOf('joost', 'green')).slice(before),
      ['occurrence.settle', 'responsibility.edit'],
      30_000,
    );
    await joost.page.getByText(/Geen verbinding/u).waitFor({ state: 'hidden' });
    await joost.page.goto('/');
    await lead(joost, words('today.lead.done'));
    await joost.quiet();
    expect((await actsOf('joost', 'green')).length).toBe(before + 2);
    joost.expectPeace();
  });

  it('Friday: Esra sees what changed, once over all her devices, and nothing is forgotten', async () => {
    morningOf('friday');
    const esra = await open('esra');
    await newsOf(esra)
      .getByText(words('news.occurrence.done', { title: 'Wachtlijst nalopen' }))
      .waitFor();
    await newsOf(esra)
      .getByText(words('news.help.mine.ask', { name: 'Joost', text: question }))
      .waitFor();
    await seeNews(esra, 1);
    await esra.quiet();
    const elsewhere = await open('esra', phone);
    await newsOf(elsewhere).getByText(words('news.nothing')).waitFor();

    const bas = await open('bas', phone);
    await lead(bas, 'Nog één ding deze week, vandaag.');
    await tick(bas, 'Verslag versturen').tap();
    await lead(bas, words('today.lead.done'));
    await lead(esra, 'Nog één ding deze week, vandaag.');
    await tick(esra, 'Week afronden').click();
    const joost = await open('joost');
    for (const visitor of [esra, elsewhere, bas, joost]) {
      await lead(visitor, words('today.lead.done'));
      visitor.expectPeace();
    }
  });
});
