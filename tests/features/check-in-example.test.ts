import { afterAll, beforeAll, expect, it } from 'vitest';
import { summaryOf } from '@roer/domain/insights/series';
import type { TeamId } from '@roer/domain/ids';
import { evenRequest } from '@roer/domain/workload/check-in';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { cookieOf, post } from '../kit/sign-in.ts';

let application: TestApplication;
let colleague: TestClient;
let manager: TestClient;
let permits: TeamId;
const signInAs = async (persona: string): Promise<TestClient> =>
  application.client(cookieOf(await post(application, '/trpc/identity.demoSignIn', { body: { persona } })));
beforeAll(async () => {
  application = await startApplication();
  await application.client().identity.firstRun.lookAround.mutate();
  // Asked for by looking around itself; this waits for it.
  await application.app.jobs.runDue();
  [colleague, manager] = [await signInAs('colleague'), await signInAs('manager')];
  const me = await colleague.identity.me.query();
  const [home] = me?.memberships ?? [];
  if (!home) throw new Error('The colleague has a team.');
  permits = home.teamId;
});
afterAll(() => application.close());

it('D16 has a year of results, of which one asks for a conversation, and a running period', async () => {
  const results = await colleague.insights.results.query({ teamId: permits });
  expect(results.teams).toEqual(['Vergunningen & Toezicht']);
  expect(results.epochs).toHaveLength(26);
  expect(results.alarms).toEqual(['core']);
  const bands = results.epochs.flatMap((epoch) => Object.values(epoch.bands));
  const share = (band: string | null) => bands.filter((each) => each === band).length / bands.length;
  expect(share('heavy')).toBeGreaterThan(0.05);
  expect(share('heavy')).toBeLessThan(0.3);
  expect(share(null)).toBeGreaterThan(0);
  expect(share('light') + share('middle')).toBeGreaterThan(0.6);
  expect(results.epochs.some(({ bands: each }) => summaryOf(each) === 'heavy')).toBe(true);
  expect(results.epochs.every(({ breaks, load }) => !breaks && load?.length === 3)).toBe(true);
  expect(results.running?.publishesAt).toBeGreaterThan(application.clock.now());
  expect(await manager.insights.results.query({ teamId: permits })).toEqual(results);
});

it('D16 no other group has an alarm, and every group has results', async () => {
  const domains = await manager.insights.dashboard.query();
  const opened = await Promise.all(domains.map(({ id }) => manager.insights.domain.query({ domainId: id })));
  const groups = opened.flatMap((domain) => domain.groups);
  expect(groups.some(({ teams }) => teams.length > 1)).toBe(true);
  for (const { teams, picture } of groups) {
    const [team] = teams;
    if (!team || !picture || team.id === permits) continue;
    const results = await manager.insights.results.query({ teamId: team.id });
    expect(results.alarms).toEqual([]);
    expect(results.epochs).toHaveLength(26);
  }
});

it('D16 P16 everybody but administrators and managers can answer, without a mail server', async () => {
  const { view } = await colleague.workload.own.mutate(evenRequest({ kind: 'look' }));
  expect(view).toMatchObject({ state: 'group', now: { number: 22 } });
  const [count] = await runQuery<{ answers: number; open: number }>(
    application.database.ownerUrl,
    `SELECT (SELECT count(*)::int FROM "Answer") AS answers, (SELECT count(*)::int FROM "Epoch" WHERE NOT "closed") AS open`,
  );
  expect(count?.open).toBe(1);
  expect(count?.answers).toBeGreaterThan(5 * 60);
});

it('D14 starting one’s own removes it all', async () => {
  const own = {
    organisationName: 'Gemeente Eigen',
    name: 'Els Eigen',
    email: 'els@eigen.example',
    password: 'een heel lang wachtwoord',
  };
  await application.client().identity.firstRun.startOwn.mutate(own);
  for (const table of ['RosterWindow', 'Epoch', 'Cell', 'CellMember', 'Answer', 'Release'])
    expect(await runQuery(application.database.ownerUrl, `SELECT 1 FROM "${table}"`), table).toEqual([]);
});
