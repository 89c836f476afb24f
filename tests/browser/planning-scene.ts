import type { Browser } from 'playwright-core';
import { dateAt } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { TestClient } from '../kit/application.ts';
import { openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { createClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import { boardOf } from './board.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

export const hour = 60;

/**
 * The permits team on Monday 23 November 2026, in which everybody has thirty-six hours a week: eight a day, four on Friday. `close` also
 * closes the windows that a test opened.
 */
export const startPlanning = async (browser: Browser) => {
  const application = await startServed({ database: await createTestDatabase(), clock: createClock() });
  const permits = await startPermits(application, ['Eerste']);
  const ben = application.client(await application.signIn(permits.water.people.ben));
  const visitors: Visitor[] = [];
  let made = 0;

  /** A responsibility by a title that no other has, carried by nobody. */
  const add = async (name: string, minutesAWeek = 4 * hour): Promise<{ id: ResponsibilityId; title: string }> => {
    made += 1;
    const [areaId, id, title] = [newId<'area'>(), newId<'responsibility'>(), `${name} ${made}`];
    await permits.ada.responsibilities.add.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      areas: [{ id: areaId, name: `Gebied van ${title}`, order: 0 }],
      responsibilities: [
        {
          id,
          areaId,
          catalogueItemId: null,
          title,
          purpose: '',
          criticality: 2,
          minutesAWeek,
          season: Array.from({ length: 12 }, () => 100),
        },
      ],
    });
    return { id, title };
  };
  const takes = (client: TestClient, responsibilityId: ResponsibilityId, role: 'holder' | 'substitute' = 'holder') =>
    client.responsibilities.takeOver.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      responsibilityId,
      assignmentId: newId<'assignment'>(),
      role,
      sharePercent: 100,
    });
  const open = async (personId: PersonId): Promise<Visitor> => {
    const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(personId) });
    visitors.push(visitor);
    // The browser and the server tell the same day.
    await visitor.page.clock.setFixedTime(application.clock.now());
    return visitor;
  };
  return {
    application,
    ...permits,
    ben,
    add,
    takes,
    open,
    today: (): LocalDate => dateAt(application.clock.now()),
    openPanel: async (personId: PersonId, { id, title }: { id: ResponsibilityId; title: string }) => {
      const visitor = await open(personId);
      const board = boardOf(visitor);
      await board.goto(permits.teamId, id);
      await board.panel(title).waitFor();
      return { visitor, board, page: visitor.page, panel: board.panel(title) };
    },
    openToday: async (personId: PersonId): Promise<Visitor> => {
      const visitor = await open(personId);
      await visitor.page.goto('/');
      await visitor.page.getByRole('button', { name: words('offers.absence.button') }).waitFor();
      return visitor;
    },
    closeWindows: async (): Promise<void> => {
      for (const visitor of visitors.splice(0)) await visitor.close();
    },
    close: async (): Promise<void> => {
      await application.close();
      await application.database.drop();
    },
  };
};
