import type { Id, PersonId } from '@roer/domain/ids';
import { dateAt } from '@roer/domain/dates';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import type { World, standardWorld } from '../kit/world.ts';

/** What tests about talent cards and contribution pages do to a running application with the standard world. */
export const openContributionScene = (application: TestApplication, { water }: World<typeof standardWorld>) => {
  const as = async (personId: PersonId): Promise<TestClient> => application.client(await application.signIn(personId));
  const learningOf = async (personId: PersonId) => (await as(personId)).learning;
  const today = () => dateAt(application.clock.now());
  const rows = <Row extends object>(query: string, values: unknown[] = []) =>
    runQuery<Row>(application.database.ownerUrl, query, values);
  const membershipOf = (personId: PersonId, team: 'permits' | 'green') => {
    const [key] = Object.entries(water.people).find(([, id]) => id === personId) ?? [];
    // The keys of the world's own object.
    return water.memberships[key as keyof typeof water.people][team];
  };
  const end = (until: string | null) => (personId: PersonId, team: 'permits' | 'green') =>
    rows('UPDATE "Membership" SET "until" = $2 WHERE "id" = $1', [membershipOf(personId, team), until]);

  return {
    as,
    learningOf,
    today,
    rows,
    newId: <Kind extends string>(): Id<Kind> =>
      // The clock makes ids of whatever is asked for.
      application.clock.newId() as Id<Kind>,
    /** Ends somebody's membership from today, by nobody's command. */
    leave: (personId: PersonId, team: 'permits' | 'green') => end(today())(personId, team),
    comeBack: end(null),
    /** Makes a link to a page with these words on it; gives its secret. */
    linkOf: async (personId: PersonId, from: string, days: 7 | 30 | 90 = 7): Promise<string> => {
      const learning = await learningOf(personId);
      const { seen } = await learning.writeContribution.mutate({ from });
      const { link } = await learning.publishContribution.mutate({ to: 'link', seen, days });
      return link?.path.split('#')[1] ?? '';
    },
    /** The whole answer of the door of links, but for what differs between any two answers. */
    answerTo: async (token: string) => {
      const answer = await fetch(`${application.url}/trpc/learning.sharedContribution`, {
        method: 'POST',
        headers: { origin: application.url, 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
      const headers = [...answer.headers].filter(([name]) => !/^(date|x-ratelimit)/.test(name));
      return { status: answer.status, headers, body: await answer.text() };
    },
  };
};

export const refusal = (code: string) => ({ data: { code } });
