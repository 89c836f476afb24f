import { expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import { everythingStored } from '../privacy/everything-stored.ts';
import { planted } from './erasure-scene.ts';
import { reorganisingScene } from './reorganising-scene.ts';

it('MD7 MD9 what a team that merged told of somebody goes with them, also in the feed that is no longer used', async () => {
  const application = await startApplication();
  try {
    const world = await createWorld(application.database);
    const { teams, people } = world.water;
    const scene = reorganisingScene(application, () => world);
    const [ada, anna] = [await scene.as('ada'), await scene.as('anna')];
    const today = dateAt(application.clock.now());
    const command = () => ({ commandId: scene.fresh<'command'>(), teamId: teams.permits });
    await ada.responsibilities.raiseObstacle.mutate({
      ...command(),
      obstacleId: scene.fresh<'obstacle'>(),
      title: 'Te veel aanvragen',
      body: 'Wat laten we liggen?',
      addressedTo: people.mira,
      addressedName: 'Mira Vos',
      dueOn: addDays(today, 10),
    });
    await ada.responsibilities.makeHelp.mutate({
      ...command(),
      helpId: scene.fresh<'help'>(),
      kind: 'offer',
      text: planted('help'),
      responsibilityId: null,
      on: null,
      minutes: 60,
    });
    const merger = scene.plan(scene.merger());
    await anna.organisation.saveReorganisation.mutate(merger);
    await anna.organisation.carryOutReorganisation.mutate(scene.of(merger));
    const closed = await runQuery(
      application.database.ownerUrl,
      `SELECT FROM "Team" WHERE "id" = '${teams.permits}' AND "closedOn" IS NOT NULL`,
    );
    expect(closed).toHaveLength(1);

    const found = async (word: string): Promise<string[]> => {
      const stored = await everythingStored(application.database.ownerUrl);
      return Object.keys(stored).filter((table) => stored[table]?.some((row) => row.includes(word)));
    };
    // A search that finds nothing beforehand would prove nothing.
    expect(await found('Mira Vos')).toContain('Change');
    expect(await found(planted('help'))).toContain('Change');
    const erase = (personId: PersonId) =>
      anna.organisation.erasePerson.mutate({ commandId: scene.fresh<'command'>(), personId });
    await erase(people.mira);
    expect(await found('Mira Vos')).toEqual([]);

    // Taken back, she never was in the team to which her words went.
    await anna.organisation.undoReorganisation.mutate({ ...scene.of(merger), version: 2 });
    const inGreen = await runQuery<{ changes: string }>(
      application.database.ownerUrl,
      `SELECT "changes"::text FROM "Change" WHERE "feedId" = '${teams.green}'`,
    );
    expect(JSON.stringify(inGreen)).toContain(planted('help'));
    await erase(people.ada);
    for (const word of ['Ada Yilmaz', planted('help')]) expect(await found(word), word).toEqual([]);
  } finally {
    await application.close();
  }
});
