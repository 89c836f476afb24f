import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teamsCounted } from '@roer/domain/insights/dashboard';
import type { DashboardGroup, GroupPicture } from '@roer/domain/insights/dashboard';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { epochTimes } from '@roer/domain/workload/epoch';
import { ask, clientOf, goTo, largeTeam, smallTeams } from '../kit/check-in.ts';
import { runQuery } from '../kit/statement.ts';
import { cases } from './reorganising-check-in-cases.ts';
import { answering, onCopy, removeHalfway, toHalfway } from './reorganising-check-in-scene.ts';
import type { Copy, Halfway } from './reorganising-check-in-scene.ts';

const before = ['Groen Water', 'Vergunningen'];
const inGroup = [...largeTeam, ...smallTeams];
/** What everybody of a roster sees of their check-in, to the byte. */
const looks = ({ application, town }: Copy): Promise<string[]> =>
  Promise.all(
    inGroup.map(async (person) => JSON.stringify((await ask(application, town.people[person], { kind: 'look' })).view)),
  );

/** Without the plans of the work, which go on. */
const bandsOf = (picture: Pick<GroupPicture, 'epochs' | 'running'>): string =>
  JSON.stringify({ ...picture, epochs: picture.epochs.map(({ load: _load, ...epoch }) => epoch) });
/** Lets the period go on, and the one after it, in which everybody answers afterwards. */
const goOn = async (copy: Copy) => {
  const { application, number, answers, publish, released } = copy;
  application.clock.advance(86_400_000);
  const seen = await looks(copy);
  await answers(number, answering.after);
  await publish(number);
  const first = await released(number);
  await goTo(application, epochTimes(number + 1).answersFrom);
  const seenNext = await looks(copy);
  await answers(number + 1, { ...answering.before, ...answering.after });
  // Published, and nothing that keeps a picture has run yet.
  await goTo(application, epochTimes(number + 1).closesAt);
  application.clock.set(epochTimes(number + 1).publishesAt);
  const ofAnswers = JSON.parse(await released(number + 1)) as { measure: string }[];
  const second = ofAnswers.filter(({ measure }) => !measure.startsWith('load'));
  // Of the group in which their answers count, wherever they are by now.
  const own = await Promise.all(
    inGroup.map(async (person) => bandsOf(await (await copy.as(person)).insights.ownResults.query())),
  );
  return { seen, seenNext, first, second, own };
};

const titleOf = ({ teams, others, picture }: DashboardGroup): string =>
  [...teams.map(({ name }) => name), ...others.map(({ name }) => `(${name})`), ...(picture ? [] : ['–'])].join(' ');
const rowsOf = async ({ as, town }: Copy, domain: 'space' | 'care'): Promise<DashboardGroup[]> => {
  const leads = await as(domain === 'space' ? 'mira' : 'mats');
  return (await leads.insights.domain.query({ domainId: town.domains[domain] })).groups;
};
const pictures = async (copy: Copy): Promise<Map<string, string>> => {
  const groups = [...(await rowsOf(copy, 'space')), ...(await rowsOf(copy, 'care'))];
  return new Map(
    groups.flatMap((group) => {
      const names = teamsCounted(group).map(({ name }) => name);
      return group.picture ? [[names.toSorted().join(' '), bandsOf(group.picture)]] : [];
    }),
  );
};
/** Who was in a team on its last day, or is. */
const teamMembers = async ({ application }: Copy, teamId: TeamId): Promise<PersonId[]> => {
  const rows = await runQuery<{ personId: PersonId }>(
    application.database.ownerUrl,
    `SELECT m."personId" FROM "Membership" m JOIN "Team" t ON t."id" = m."teamId"
     WHERE t."id" = $1 AND m."until" IS NOT DISTINCT FROM t."closedOn"`,
    [teamId],
  );
  return rows.map(({ personId }) => personId);
};

let halfway: Halfway;
let still: Awaited<ReturnType<typeof goOn>>;
let stillShown: Map<string, string>;
beforeAll(async () => {
  halfway = await toHalfway();
  await onCopy(halfway, async (copy) => {
    still = await goOn(copy);
    expect((await rowsOf(copy, 'space')).map(titleOf)).toEqual(before);
    stillShown = await pictures(copy);
  });
});
afterAll(() => removeHalfway(halfway));

it('P2 P13 without any of it, both groups have a result that one answer more or less would change', () => {
  const rows = JSON.parse(still.first) as { measure: string; band: string }[];
  const bandsFor = (measure: string) => rows.filter((row) => row.measure === measure).map(({ band }) => band);
  expect(bandsFor('core').toSorted()).toEqual(['heavy', 'light']);
  expect(bandsFor('load:0')).toEqual(['heavy']);
  expect([...stillShown.keys()]).toEqual(before);
});

describe.each(Object.entries(cases))('%s, in the middle of answering', (_name, { steps, rows }) => {
  it('P6 P9 P13 P17 P19 changes no byte of what is asked, of whom, and of what is published; P8 I1.5 I1.13 I2.1 nor who sees it whole', async () => {
    await onCopy(halfway, async (copy) => {
      const { application, town } = copy;
      await copy.carryOut(steps(copy));
      // Who comes in is asked nothing, and can answer in nobody's place.
      for (const person of ['uma', 'vera', 'willem'] as const)
        expect((await ask(application, town.people[person], { kind: 'look' })).view.state).toBe('none');
      expect(await goOn(copy)).toEqual(still);
      expect((await (await copy.as('willem')).insights.ownResults.query()).epochs).toEqual([]);

      expect((await rowsOf(copy, 'space')).map(titleOf)).toEqual(rows.space);
      expect((await rowsOf(copy, 'care')).map(titleOf)).toEqual(rows.care);
      expect(await pictures(copy)).toEqual(stillShown);
      const shown = [...(await rowsOf(copy, 'space')), ...(await rowsOf(copy, 'care'))];
      await application.app.jobs.runDue();
      const domains = { space: await rowsOf(copy, 'space'), care: await rowsOf(copy, 'care') };
      expect([...domains.space, ...domains.care]).toEqual(shown);
      for (const [domain, groups] of Object.entries(domains)) {
        const leads = await copy.as(domain === 'space' ? 'mira' : 'mats');
        for (const group of groups) {
          // What went to another domain is here in name alone: its results are told there, as those of what closed there.
          for (const { id: teamId } of group.others.filter(({ closedHere }) => !closedHere))
            await expect(leads.insights.results.query({ teamId })).rejects.toMatchObject({
              data: { code: 'notFound' },
            });
          const here = [...group.teams, ...group.others.filter(({ closedHere }) => closedHere)];
          expect(here.length).toBeGreaterThan(0);
          for (const { id: teamId } of here) {
            const results = JSON.stringify(await leads.insights.results.query({ teamId }));
            const members = await teamMembers(copy, teamId);
            expect(members.length).toBeGreaterThan(0);
            for (const personId of members) {
              const { insights } = await clientOf(application, personId);
              expect(JSON.stringify((await insights.mirror.query({ teamId })).group)).toBe(JSON.stringify(group));
              expect(JSON.stringify(await insights.results.query({ teamId }))).toBe(results);
            }
          }
        }
      }
    });
  });
});
