import { randomBytes } from 'node:crypto';
import { uuidFrom } from '@roer/domain/ids';
import type { AreaId, Id, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';

export const newId = <Kind extends string>(): Id<Kind> => uuidFrom<Kind>(Date.now(), randomBytes(10));

/** Writes responsibilities of so many minutes a week down in a new area of a team, without anybody who carries them; gives their ids in order. */
export const addResponsibilities = async (
  client: TestClient,
  {
    teamId,
    area,
    titles,
    minutesAWeek = 240,
  }: { teamId: TeamId; area: string; titles: readonly string[]; minutesAWeek?: number },
): Promise<ResponsibilityId[]> => {
  const areaId: AreaId = newId<'area'>();
  const responsibilities = titles.map((title) => ({
    id: newId<'responsibility'>(),
    areaId,
    catalogueItemId: null,
    title,
    purpose: `Waarom ${title} er is.`,
    criticality: 2 as const,
    minutesAWeek,
    season: Array.from({ length: 12 }, () => 100),
  }));
  await client.responsibilities.add.mutate({
    commandId: newId<'command'>(),
    teamId,
    areas: [{ id: areaId, name: area, order: 0 }],
    responsibilities,
  });
  return responsibilities.map(({ id }) => id);
};

/** The standard world (kit/world.ts) with something to carry in the team of Ada, Ben and Fatma. */
export const startPermits = async (application: TestApplication, titles: readonly string[]) => {
  const { water } = await createWorld(application.database);
  const teamId = water.teams.permits;
  const ada = application.client(await application.signIn(water.people.ada));
  const ids = await addResponsibilities(ada, { teamId, area: 'Vergunningen', titles });
  return { water, teamId, ids, ada };
};
