import type { Id, TeamId } from '@roer/domain/ids';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { runQuery } from '../kit/statement.ts';
import type { World, standardWorld } from '../kit/world.ts';

type Plan = Parameters<TestClient['organisation']['saveReorganisation']['mutate']>[0];
type Steps = Plan['steps'];
type Person = keyof World<typeof standardWorld>['water']['people'];

/** What tests of reorganising ask of the standard world, as whoever acts. */
export const reorganisingScene = (application: TestApplication, world: () => World<typeof standardWorld>) => {
  // The brand exists only for the compiler.
  const fresh = <Kind extends string>(): Id<Kind> => application.clock.newId() as Id<Kind>;
  const cookie = (person: Person) => application.signIn(world().water.people[person]);
  const as = async (person: Person): Promise<TestClient> => application.client(await cookie(person));
  const ask = <Row extends object>(query: string): Promise<Row[]> =>
    runQuery<Row>(application.database.ownerUrl, query);
  return {
    fresh,
    cookie,
    as,
    ask,
    /** A new plan, announced for today unless told otherwise. */
    plan: (steps: Steps, changed: Partial<Plan> = {}): Plan => ({
      commandId: fresh<'command'>(),
      reorganisationId: fresh<'reorganisation'>(),
      version: 0,
      name: 'Eén team voor buiten',
      effectiveOn: '2026-11-23',
      steps,
      announce: true,
      ...changed,
    }),
    merger: (): Steps => [{ kind: 'merge', teamId: world().water.teams.permits, into: world().water.teams.green }],
    /** A command on what was saved with this plan. */
    of: ({ reorganisationId, version }: Plan) => ({
      commandId: fresh<'command'>(),
      reorganisationId,
      version: version + 1,
    }),
    boardOf: async (person: Person, teamId: TeamId) =>
      (await (await as(person)).responsibilities.board.query({ teamId })).snapshot,
    /** Ada holds a responsibility with a duty in the team of permits, Ben stands in. */
    someWork: () => {
      const { teams, people } = world().water;
      return aDuty(
        application,
        { teamId: teams.permits, holder: people.ada, substitute: people.ben },
        { title: 'Taak' },
      );
    },
    /** The feeds whose number is not that of what they tell: none. */
    wrongFeeds: () =>
      ask(`SELECT f."ownerId" FROM "Feed" f WHERE f."seq" <> (SELECT count(*) FROM "Change" c
        WHERE c."feedId" = f."ownerId" AND c."organisationId" = f."organisationId")`),
  };
};
