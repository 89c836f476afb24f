import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogueFile } from '@roer/domain/organisation/catalogue-file';
import { planCatalogueImport } from '@roer/domain/organisation/catalogue-plan';
import type { Id } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let ada: TestClient;
let anna: TestClient;
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const newId = <Kind extends string>(): Id<Kind> =>
  // The brand exists only for the compiler.
  application.clock.newId() as Id<Kind>;

beforeAll(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
  ada = application.client(await application.signIn(world.water.people.ada));
  anna = application.client(await application.signIn(world.water.people.anna));
});
afterAll(() => application.close());

describe.each([
  ['a zero byte', 'Plan\u0000nen'],
  ['half a character', 'Plannen \ud83d'],
  ['the other half', '\udc00 plannen'],
])('text with %s, which the database cannot keep,', (_what, text) => {
  it('is refused in plain words, wherever it is written', async () => {
    const { permits } = world.water.teams;
    const command = () => ({ commandId: newId<'command'>() });
    const area = { id: newId<'area'>(), name: 'Beleid', order: 0 };
    const responsibility = {
      id: newId<'responsibility'>(),
      areaId: area.id,
      title: 'Plannen',
      purpose: '',
      criticality: 1,
      minutesAWeek: 60,
      season: Array<number>(12).fill(100),
      catalogueItemId: null,
    } as const;
    const add = { ...command(), teamId: permits, areas: [area] };
    const wrong = [
      ada.responsibilities.createArea.mutate({ ...command(), teamId: permits, id: newId(), name: text }),
      ada.responsibilities.add.mutate({ ...add, responsibilities: [{ ...responsibility, title: text }] }),
      ada.responsibilities.add.mutate({ ...add, responsibilities: [{ ...responsibility, purpose: text }] }),
      ada.organisation.searchPeople.query({ text }),
      ada.organisation.catalogue.query({ source: text }),
      anna.organisation.createDomain.mutate({ ...command(), id: newId(), name: text }),
      anna.organisation.renamePerson.mutate({ ...command(), personId: world.water.people.ben, name: text }),
      application.client().identity.firstRun.startOwn.mutate({
        organisationName: text,
        name: text,
        email: 'x@y.example',
        password: 'drie losse woorden samen',
      }),
    ];
    await Promise.all(wrong.map((attempt) => expect(attempt).rejects.toEqual(refused('badInput'))));
  });
});

describe('an unusual text that is text', () => {
  it('is kept as it is: right to left, combined, emoji, quotes, SQL', async () => {
    const { permits } = world.water.teams;
    const names = [
      'عربي',
      'e\u0301',
      '👩‍👩‍👧',
      `'"; DROP TABLE "Area"; --`,
      '{{7*7}}<script>',
      '__proto__',
      '$1 %s \\u0000',
    ];
    for (const name of names)
      await ada.responsibilities.createArea.mutate({ commandId: newId(), teamId: permits, id: newId(), name });
    const { snapshot } = await ada.responsibilities.board.query({ teamId: permits });
    expect(Object.values(snapshot.area).map((area) => area.name)).toEqual(expect.arrayContaining(names));
  });
});

describe('a catalogue that was made to take long', () => {
  const header = 'id;bovenliggend;naam;type;omschrijving\n';

  it('with long runs of spaces in cells is read in time that grows with its size', () => {
    // Steps that grow with the square would take minutes here, and the time limit of the test would end it.
    const row = (index: number): string => `${index};;a${' '.repeat(190_000)}b;soort;tekst\n`;
    const file = readCatalogueFile(new TextEncoder().encode(header + [1, 2, 3, 4, 5].map(row).join('')));
    expect(file.problems.map(({ code }) => code)).toEqual(Array(5).fill('tooLong'));
  });

  it('C13 that turns a long chain around, its first row wrong, is planned without starting over for every row', () => {
    const id = (index: number): string => `x${index}`;
    const existing = Array.from({ length: 20_000 }, (_, index) => ({
      source: 'gemma',
      externalId: id(index),
      parentExternalId: index === 19_999 ? null : id(index + 1),
      name: 'naam',
      kind: 'soort',
      description: '',
    }));
    const rows = existing.map(
      (_, index) => `${id(index)};${index === 0 ? '' : id(index - 1)};${index === 0 ? '' : 'naam'};soort;`,
    );
    const file = readCatalogueFile(new TextEncoder().encode(header + rows.join('\n')));
    const plan = planCatalogueImport({ ...file, existing, source: 'gemma', skipWrongRows: true });
    expect(plan.counts).toMatchObject({ skipped: 20_000, new: 0, changed: 0 });
    expect(plan.writable).toBe(true);
  });

  it('reads a name over several lines as one', () => {
    const text = `${header}1;;"een  naam \n \n\t over regels";soort;tekst\n`;
    expect(readCatalogueFile(new TextEncoder().encode(text)).rows[0]?.name).toBe('een  naam over regels');
  });
});
