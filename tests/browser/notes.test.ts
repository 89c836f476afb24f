import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { boardOf } from './board.ts';
import { addResponsibilities, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];
let title: string;
let responsibilityId: ResponsibilityId;
let rounds = 0;

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  permits = await startPermits(application, ['Eerste']);
});
afterAll(async () => {
  await browser.close();
  await application.close();
});
beforeEach(async () => {
  visitors = [];
  rounds += 1;
  title = `Archief ${rounds}`;
  const { ada, teamId } = permits;
  const [id] = await addResponsibilities(ada, { teamId, area: `Gebied ${rounds}`, titles: [title] });
  if (!id) throw new Error('A responsibility was added.');
  responsibilityId = id;
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
});

const note = (changed: object = {}) => ({ name: 'Sleutel', text: 'In de kast.', link: '', ...changed });

/** One person with the panel of the responsibility open, and what they do with its notes. */
const open = async (personId: PersonId) => {
  const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(personId) });
  visitors.push(visitor);
  await boardOf(visitor).goto(permits.teamId, responsibilityId);
  const { page } = visitor;
  const panel = boardOf(visitor).panel(title);
  await panel.getByRole('heading', { name: words('notes.heading') }).waitFor();
  const dialog = page.getByRole('dialog');
  const item = (name: string): Locator => panel.getByRole('listitem').filter({ hasText: name });
  const choose = async (name: string, act: 'edit' | 'remove') => {
    await panel.getByRole('button', { name: words('notes.menu', { title: name }) }).click();
    await page.getByRole('menuitem', { name: words(`notes.${act}`) }).click();
  };
  const type = async (fields: Partial<ReturnType<typeof note>>) => {
    if (fields.name !== undefined) await dialog.getByLabel(words('notes.title'), { exact: true }).fill(fields.name);
    if (fields.text !== undefined) await dialog.getByLabel(saying('notes.body')).fill(fields.text);
    if (fields.link !== undefined) await dialog.getByLabel(saying('notes.url')).fill(fields.link);
  };
  const press = (key: string) => dialog.getByRole('button', { name: words(key), exact: true }).click();
  return {
    visitor,
    page,
    panel,
    dialog,
    item,
    choose,
    type,
    press,
    write: async (fields: object = {}) => {
      await panel.getByRole('button', { name: words('notes.add') }).click();
      await type(note(fields));
      await press('notes.save');
      await dialog.waitFor({ state: 'hidden' });
    },
  };
};

describe('notes and links at a responsibility', () => {
  it('N1 N5 shows at once what one writes to the other: text as text, addresses to follow', async () => {
    const { people } = permits.water;
    const ada = await open(people.ada);
    const ben = await open(people.ben);
    const text = 'Regel een\n<b>geen vet</b>\nZie https://gemeente.nl/archief.';
    await ada.write({ name: 'Werkwijze', text, link: 'www.gemeente.nl/werkwijze' });
    const item = ben.item('Werkwijze');
    await item.getByText(text.split('\n')[1] ?? '').waitFor();
    expect(await item.locator('p b').count()).toBe(0);
    await item.getByText('gemeente.nl', { exact: true }).waitFor();
    const links = await Promise.all(
      (await item.getByRole('link').all()).map((link) =>
        Promise.all(['href', 'target', 'rel'].map((attribute) => link.getAttribute(attribute))),
      ),
    );
    expect(links).toEqual([
      ['https://www.gemeente.nl/werkwijze', '_blank', 'noopener noreferrer'],
      ['https://gemeente.nl/archief', '_blank', 'noopener noreferrer'],
    ]);
    await ben.panel.getByText(saying('responsibilities.history.noteWritten', { actor: 'Ada Yilmaz' })).waitFor();

    // A link without a name is called by its host; what is no address of the web is not taken.
    await ada.panel.getByRole('button', { name: words('notes.add') }).click();
    await ada.type({ link: 'javascript:alert(1)' });
    await ada.press('notes.save');
    await ada.dialog.getByText(words('notes.wrong.url')).waitFor();
    await ada.type({ link: 'https://intranet.gemeente.nl/x' });
    await ada.press('notes.save');
    await ben.item('intranet.gemeente.nl').getByRole('link').waitFor();
    ada.visitor.expectPeace();
    ben.visitor.expectPeace();
  });

  it('N2 shows both versions when two change one at the same time, and keeps what is chosen', async () => {
    const { people } = permits.water;
    const ada = await open(people.ada);
    const ben = await open(people.ben);
    await ada.write();
    await ben.item('Sleutel').waitFor();
    await ben.choose('Sleutel', 'edit');
    await ben.type({ text: 'Bij Ben.' });
    await ada.choose('Sleutel', 'edit');
    await ada.type({ text: 'Bij Ada.' });
    await ada.press('notes.save');
    await ben.dialog.getByText(words('notes.changedMeanwhile')).waitFor();

    await ben.press('notes.save');
    await ben.dialog.getByText('Bij Ada.').waitFor();
    await ben.dialog.getByText('Bij Ben.').waitFor();
    await ben.dialog.getByLabel(saying('responsibilities.conflict.mine')).check();
    await ben.press('responsibilities.conflict.save');
    await ada.item('Sleutel').getByText('Bij Ben.').waitFor();

    // The other way round, and now the other version stays.
    await ada.choose('Sleutel', 'edit');
    await ada.type({ text: 'Toch bij Ada.' });
    await ben.choose('Sleutel', 'edit');
    await ben.type({ text: 'In de kluis.' });
    await ben.press('notes.save');
    await ada.dialog.getByText(words('notes.changedMeanwhile')).waitFor();
    await ada.press('notes.save');
    await ada.dialog.getByLabel(saying('responsibilities.conflict.theirs')).check();
    await ada.press('responsibilities.conflict.save');
    await ada.item('Sleutel').getByText('In de kluis.').waitFor();
    await eventually(() => ben.item('Sleutel').getByText('Toch bij Ada.').count(), 0);
    ada.visitor.expectPeace();
    ben.visitor.expectPeace();
  });

  it('N4 takes a note away and brings it back, and says so to who was writing in it', async () => {
    const { people } = permits.water;
    const ada = await open(people.ada);
    const ben = await open(people.ben);
    await ada.write();
    await ben.item('Sleutel').waitFor();
    await ada.choose('Sleutel', 'remove');
    await eventually(() => ben.item('Sleutel').count(), 0);
    await boardOf(ada.visitor).undo();
    await ben.item('Sleutel').waitFor();

    await ben.choose('Sleutel', 'edit');
    await ben.type({ text: 'Bij de bode.' });
    await ada.choose('Sleutel', 'remove');
    await ben.dialog.getByText(words('notes.removedMeanwhile')).waitFor();
    await ben.press('notes.save');
    await ada.item('Sleutel').getByText('Bij de bode.').waitFor();
    ada.visitor.expectPeace();
    ben.visitor.expectPeace();
  });

  it('keeps what was typed when the form closes by a slip, and puts it aside on purpose', async () => {
    const ada = await open(permits.water.people.ada);
    await ada.panel.getByRole('button', { name: words('notes.add') }).click();
    await ada.type({ name: 'Halverwege' });
    await ada.page.keyboard.press('Escape');
    await ada.dialog.waitFor({ state: 'hidden' });
    await ada.panel.getByRole('button', { name: words('notes.add') }).click();
    await ada.dialog.getByText(words('responsibilities.form.restored')).waitFor();
    expect(await ada.dialog.getByLabel(words('notes.title'), { exact: true }).inputValue()).toBe('Halverwege');
    await ada.press('responsibilities.form.cancel');
    await ada.panel.getByRole('button', { name: words('notes.add') }).click();
    expect(await ada.dialog.getByLabel(words('notes.title'), { exact: true }).inputValue()).toBe('');
  });
});
