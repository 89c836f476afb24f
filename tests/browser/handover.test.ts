import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { createTestDatabase } from '../kit/database.ts';
import { boardOf } from './board.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const titles = { intake: 'Intake en volledigheidstoets', fees: 'Legesberekening', budget: 'Budget en inhuur' };

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];

const open = async (personId: PersonId): Promise<Visitor> => {
  const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(personId) });
  visitors.push(visitor);
  return visitor;
};
const carries = async (personId: PersonId, index: number): Promise<void> => {
  const responsibilityId = permits.ids[index];
  if (!responsibilityId) throw new Error('The team has responsibilities.');
  const { responsibilities } = application.client(await application.signIn(personId));
  await responsibilities.takeOver.mutate({
    commandId: newId<'command'>(),
    teamId: permits.teamId,
    responsibilityId,
    assignmentId: newId<'assignment'>(),
    role: 'holder',
    sharePercent: 100,
  });
};

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed({ database: await createTestDatabase() });
  permits = await startPermits(application, Object.values(titles));
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

describe('handing over', () => {
  it('R6.1 R6.4 R6.5 R6.8 is ticked in two windows and accepted, and the giver leaves without a gap', async () => {
    const { people } = permits.water;
    const [responsibilityId] = permits.ids;
    await carries(people.fatma, 0);
    const { page: adas } = await open(people.ada);
    const board = boardOf({ page: adas } as Visitor);
    await board.goto(permits.teamId);
    await board.row(titles.intake).waitFor();
    // From here on nobody may ever be named for it on the third window.
    const nobody = words('ui.coverageKey.gap').replaceAll(/<[^>]+>/gu, '');
    await adas.evaluate(
      ([title, gap]) => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        const look = (): void => {
          for (const row of document.querySelectorAll('main li'))
            if (row.textContent.includes(title ?? '') && row.textContent.includes(gap ?? ''))
              seen.push(row.textContent);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      },
      [titles.intake, nobody],
    );

    const { page: fatmas } = await open(people.fatma);
    await boardOf({ page: fatmas } as Visitor).goto(permits.teamId, responsibilityId);
    await fatmas.getByRole('link', { name: words('handover.panel.start'), exact: true }).click();
    const form = fatmas.getByRole('dialog', { name: words('handover.form.title') });
    await form.getByLabel(words('handover.form.who', { title: titles.intake })).selectOption({ label: 'Ben de Boer' });
    await form.getByRole('button', { name: words('handover.form.submit'), exact: true }).click();
    await fatmas
      .getByRole('heading', { level: 1, name: saying('handover.page.giver', { title: titles.intake, to: 'Ben' }) })
      .waitFor();
    await fatmas.getByLabel(words('handover.write.pitfall')).fill('De postbode komt voor tienen.');
    await fatmas.getByRole('button', { name: words('handover.write.add'), exact: true }).click();
    const told = fatmas.getByRole('checkbox', {
      name: words('handover.items.toldFor', { title: 'De postbode komt voor tienen.' }),
    });
    await told.waitFor();

    const { page: bens } = await open(people.ben);
    await bens.goto('/');
    await bens.getByText(words('handover.today.toMe', { from: 'Fatma' })).waitFor();
    await bens
      .getByRole('listitem')
      .filter({ hasText: words('handover.today.toMe', { from: 'Fatma' }) })
      .getByRole('link', { name: titles.intake })
      .click();
    const accept = bens.getByRole('button', { name: words('handover.acts.accept'), exact: true });
    await accept.waitFor();
    // Not possible yet: it says what is open, and stays in the tab order.
    expect(await accept.getAttribute('aria-disabled')).toBe('true');
    await bens
      .getByRole('checkbox', { name: words('handover.items.clearFor', { title: 'De postbode komt voor tienen.' }) })
      .check({ force: true });
    await fatmas.getByText(words('handover.items.clearTo', { name: 'Ben' })).waitFor();
    await told.check({ force: true });
    await bens.getByText(words('handover.items.toldBy', { name: 'Fatma' })).waitFor();
    await accept.and(bens.locator(':not([aria-disabled])')).click();
    await bens
      .getByRole('heading', { level: 1, name: words('handover.page.acceptedMe', { title: titles.intake }) })
      .waitFor();
    await fatmas
      .getByRole('heading', { level: 1, name: words('handover.page.accepted', { title: titles.intake, to: 'Ben' }) })
      .waitFor();

    // The giver leaves the team by the ordinary door.
    const { page: annas } = await open(people.anna);
    await annas.goto(`/team/${permits.teamId}/members`);
    const members = application.client(await application.signIn(people.anna)).organisation;
    const membershipId = Object.values(
      (await permits.ada.responsibilities.board.query({ teamId: permits.teamId })).snapshot.member,
    ).find(({ personId }) => personId === people.fatma)?.id;
    if (!membershipId) throw new Error('Fatma is a member.');
    await members.endMembership.mutate({ commandId: newId<'command'>(), teamId: permits.teamId, membershipId });
    await fatmas.getByRole('heading', { level: 1 }).waitFor();

    const panel = await board.choose(titles.intake);
    await panel.getByText('Ben de Boer').first().waitFor();
    await panel.getByText('De postbode komt voor tienen.', { exact: true }).waitFor();
    expect(await adas.evaluate(() => Reflect.get(window, 'seen') as string[])).toEqual([]);
  });

  it('R6.6 says what falls open, and gives back only once that was said', async () => {
    const { people } = permits.water;
    await carries(people.ada, 2);
    const { page } = await open(people.ada);
    await page.goto(`/team/${permits.teamId}/handover?give=${permits.ids[2]}`);
    const form = page.getByRole('dialog', { name: words('handover.form.title') });
    await form.getByRole('button', { name: words('handover.form.submit'), exact: true }).click();
    const give = page.getByRole('button', { name: words('handover.acts.return'), exact: true });
    await give.click();
    const title = titles.budget;
    await page.getByText(words('handover.acts.returnSure', { title })).waitFor();
    await page.getByRole('button', { name: words('ui.cancel'), exact: true }).click();
    await give.click();
    await page.getByRole('button', { name: words('handover.acts.returnYes'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: words('handover.page.returned', { title }) }).waitFor();
  });

  it('L4.1 L4.3 L4.4 L4.5 F6 a duo is proposed and agreed to, and what both write is kept, also when it was not sent', async () => {
    const { people } = permits.water;
    const [, responsibilityId] = permits.ids;
    await carries(people.ada, 1);
    const { page: bens } = await open(people.ben);
    await boardOf({ page: bens } as Visitor).goto(permits.teamId, responsibilityId);
    await bens.getByRole('link', { name: words('handover.panel.duo'), exact: true }).click();
    const form = bens.getByRole('dialog');
    await form.getByLabel(words('handover.duo.form.who')).selectOption({ index: 1 });
    await form.getByRole('button', { name: words('handover.duo.form.submit'), exact: true }).click();
    await bens
      .getByRole('heading', {
        level: 1,
        name: saying('handover.duo.lead.proposedByMe', { title: titles.fees, name: 'Ada' }),
      })
      .waitFor();

    const { page: adas } = await open(people.ada);
    await adas.goto('/');
    await adas
      .getByRole('listitem')
      .filter({ hasText: words('handover.today.duoAsked', { name: 'Ben' }) })
      .getByRole('link', { name: titles.fees })
      .click();
    await adas.getByRole('button', { name: words('handover.duo.agree'), exact: true }).click();
    const session = bens.getByRole('region', {
      name: words('handover.duo.session', { number: 1, name: words('handover.duo.prompts.s1.name') }),
    });
    const heard = session.getByLabel(words('handover.duo.writeLabel'));
    await heard.fill('Het draait om de bouwsom.');
    // A closed page keeps what was typed.
    await bens.reload();
    await session.getByText(words('handover.duo.restored')).waitFor();
    expect(await heard.inputValue()).toBe('Het draait om de bouwsom.');
    await session.getByRole('button', { name: words('handover.duo.writeSave'), exact: true }).click();
    const adasSession = adas.getByRole('region', {
      name: words('handover.duo.session', { number: 1, name: words('handover.duo.prompts.s1.name') }),
    });
    await adasSession.getByText(words('handover.duo.written', { name: 'Ben' })).waitFor();
    expect(await adasSession.getByLabel(words('handover.duo.writeLabel')).inputValue()).toBe(
      'Het draait om de bouwsom.',
    );
    // F6: it stands ticked before anything is painted or answered, also for a moment.
    const tickedAtOnce = await adasSession
      .getByRole('checkbox', { name: words('handover.duo.held') })
      .evaluate(async (input: HTMLInputElement) => {
        input.click();
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
        return input.checked;
      });
    expect(tickedAtOnce).toBe(true);
    await bens
      .getByText(saying('handover.duo.lead.next', { number: 2, name: words('handover.duo.prompts.s2.name'), end: '.' }))
      .waitFor();
  });
});
