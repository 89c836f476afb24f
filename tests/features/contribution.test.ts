import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { openContributionScene, refusal } from './contribution-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let scene: ReturnType<typeof openContributionScene>;
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
  scene = openContributionScene(application, world);
});
afterAll(() => application.close());

describe('the talent card', () => {
  it('R9.1 R9.2 is written thing by thing, also by two windows at once', async () => {
    const { ada } = world.water.people;
    const { responsibilityId } = await aDuty(
      application,
      { teamId: world.water.teams.permits, holder: ada },
      { title: 'Lijst' },
    );
    const [one, other] = [await scene.learningOf(ada), await scene.learningOf(ada)];
    expect(await one.ownTalents.query()).toEqual({
      card: { responsibilities: [], free: [], from: '' },
      audience: 'me',
    });
    const said = { responsibilityId, energy: 'gives' as const, wantsToLearn: false };
    await Promise.all([
      one.writeTalents.mutate({ about: said }),
      other.writeTalents.mutate({ from: 'Rustig.' }),
      one.writeTalents.mutate({ free: [{ text: 'Voorzitten', energy: null, wantsToLearn: true }] }),
    ]);
    await one.writeTalents.mutate({ about: said });
    expect((await other.ownTalents.query()).card).toEqual({
      responsibilities: [said],
      free: [{ text: 'Voorzitten', energy: null, wantsToLearn: true }],
      from: 'Rustig.',
    });
  });

  it('R9.3 is shown to one’s teams when its owner says so, each its own responsibilities, and hidden again', async () => {
    const { fatma, ben, dina, eva } = world.water.people;
    const { permits, green } = world.water.teams;
    const inPermits = await aDuty(application, { teamId: permits, holder: fatma }, { title: 'A' });
    const inGreen = await aDuty(application, { teamId: green, holder: fatma }, { title: 'B' });
    const own = await scene.learningOf(fatma);
    for (const { responsibilityId } of [inPermits, inGreen])
      await own.writeTalents.mutate({ about: { responsibilityId, energy: 'costs', wantsToLearn: true } });
    const [permitsSees, greenSees] = [await scene.learningOf(ben), await scene.learningOf(dina)];
    const ofFatma = ({ items }: { items: { personId: PersonId; responsibilityId: string }[] }) =>
      items.filter(({ personId }) => personId === fatma).map(({ responsibilityId }) => responsibilityId);
    expect(ofFatma(await permitsSees.talents.query({ teamId: permits }))).toEqual([]);
    await own.showTalents.mutate({ audience: 'team' });
    expect(ofFatma(await permitsSees.talents.query({ teamId: permits }))).toEqual([inPermits.responsibilityId]);
    expect(ofFatma(await greenSees.talents.query({ teamId: green }))).toEqual([inGreen.responsibilityId]);
    await expect((await scene.learningOf(eva)).talents.query({ teamId: permits })).rejects.toMatchObject(
      refusal('notFound'),
    );
    await scene.leave(fatma, 'permits');
    expect(ofFatma(await permitsSees.talents.query({ teamId: permits }))).toEqual([]);
    await scene.comeBack(fatma, 'permits');
    // Whoever could see it is told, and what they are told says nothing.
    const socket = await application.socket(await application.signIn(ben));
    const heard: unknown[] = [];
    socket.onAny((...message) => heard.push(message));
    const told = new Promise((resolve) => socket.once('learningChanged', () => resolve(true)));
    await own.showTalents.mutate({ audience: 'me' });
    await told;
    expect(heard.filter((message) => JSON.stringify(message).includes('learning'))).toEqual([['learningChanged']]);
    socket.close();
    expect(ofFatma(await permitsSees.talents.query({ teamId: permits }))).toEqual([]);
  });
});

describe('evidence', () => {
  it('R9.5 is what somebody did themselves, in teams that they are or were in, and names nobody else', async () => {
    const { ada, ben, cem } = world.water.people;
    const { permits } = world.water.teams;
    const command = () => ({ commandId: scene.newId<'command'>(), teamId: permits });
    const { dutyId, responsibilityId } = await aDuty(
      application,
      { teamId: permits, holder: ada, substitute: ben, responsibility: 'Budget' },
      { title: 'Rapport' },
    );
    const [hers, his] = [(await scene.as(ada)).responsibilities, (await scene.as(ben)).responsibilities];
    for (const recurrenceDate of ['2026-11-23', '2026-11-30'])
      await hers.settleOccurrence.mutate({
        ...command(),
        responsibilityId,
        dutyId,
        recurrenceDate,
        state: 'done',
        reason: '',
      });
    await his.settleOccurrence.mutate({
      ...command(),
      responsibilityId,
      dutyId,
      recurrenceDate: '2026-12-07',
      state: 'done',
      reason: '',
    });
    const of = async (personId: PersonId) => {
      const { pickable } = await (await scene.learningOf(personId)).ownContribution.query();
      return pickable.evidence.filter(({ evidence }) => evidence.title === 'Rapport').map(({ evidence }) => evidence);
    };
    const line = { kind: 'duty', title: 'Rapport', about: 'Budget', team: 'Vergunningen' };
    expect(await of(ada)).toEqual([{ ...line, times: 2, since: scene.today(), last: scene.today() }]);
    expect(await of(ben)).toEqual([{ ...line, times: 1, since: scene.today(), last: scene.today() }]);
    // Cem left the team. What he did there is still his; what others did is not.
    await scene.rows('UPDATE "Occurrence" SET "personId" = $1 WHERE "dutyId" = $2 AND "recurrenceDate" = $3', [
      cem,
      dutyId,
      '2026-11-30',
    ]);
    expect(await of(cem)).toEqual([{ ...line, times: 1, since: scene.today(), last: scene.today() }]);
    const own = await (await scene.learningOf(ada)).ownContribution.query();
    expect(own.pickable.carries).toContainEqual({
      id: responsibilityId,
      title: 'Budget',
      team: 'Vergunningen',
      as: 'holder',
    });
    for (const name of ['Ben', 'Cem', 'Fatma']) expect(JSON.stringify(own)).not.toContain(name);
    expect((await (await scene.learningOf(cem)).ownContribution.query()).pickable.carries).toEqual([]);
  });

  it('R9.5 tells of what was handed over to who gave it, once it was accepted, and not to whom', async () => {
    const { ada, ben } = world.water.people;
    const { permits } = world.water.teams;
    const command = () => ({ commandId: scene.newId<'command'>(), teamId: permits });
    const { responsibilityId } = await aDuty(
      application,
      { teamId: permits, holder: ada, responsibility: 'Archief' },
      { title: 'Map' },
    );
    const [hers, his] = [(await scene.as(ada)).responsibilities, (await scene.as(ben)).responsibilities];
    const { snapshot } = await hers.board.query({ teamId: permits });
    const given = Object.values(snapshot.assignment).find((row) => row.responsibilityId === responsibilityId);
    if (!given) throw new Error('Ada holds it.');
    const which = { handoverId: scene.newId<'handover'>(), responsibilityId };
    const handovers = [{ ...which, assignmentId: given.id, receiver: ben, items: [] }];
    await hers.startHandovers.mutate({ ...command(), before: null, handovers });
    const of = async (personId: PersonId) => {
      const { pickable } = await (await scene.learningOf(personId)).ownContribution.query();
      return pickable.evidence.filter(({ evidence }) => evidence.kind === 'handover');
    };
    expect(await of(ada)).toEqual([]);
    await his.acceptHandover.mutate({ ...command(), ...which, assignmentId: scene.newId<'assignment'>() });
    const evidence = { kind: 'handover' as const, title: 'Archief', team: 'Vergunningen', on: scene.today() };
    expect(await of(ada)).toEqual([{ id: which.handoverId, evidence }]);
    expect(await of(ben)).toEqual([]);
    const result = {
      id: scene.newId<'result'>(),
      text: 'Netjes.',
      evidence: { kind: 'handover' as const, id: which.handoverId },
    };
    const own = await scene.learningOf(ada);
    await own.writeContribution.mutate({ results: [result] });
    expect(JSON.stringify(await own.ownContribution.query())).toContain(which.handoverId);
  });

  it('R9.5 tells of work with a deadline to who took a part, and to who held what nobody took', async () => {
    const { ada, ben, fatma } = world.water.people;
    const { permits } = world.water.teams;
    const command = () => ({ commandId: scene.newId<'command'>(), teamId: permits });
    const { responsibilityId } = await aDuty(application, { teamId: permits, holder: ada }, { title: 'C' });
    const workId = scene.newId<'deadlineWork'>();
    const { responsibilities } = await scene.as(ben);
    const text = { title: 'Plan', earliestStart: scene.today(), due: addDays(scene.today(), 7) };
    const minutes = { leastMinutes: 60, likelyMinutes: 60, mostMinutes: 60 };
    await responsibilities.addDeadlineWork.mutate({
      ...command(),
      responsibilityId,
      workId,
      text: { ...text, ...minutes },
    });
    await responsibilities.takeDeadlineShare.mutate({ ...command(), responsibilityId, workId, percent: 40 });
    const has = async (personId: PersonId) => {
      const { pickable } = await (await scene.learningOf(personId)).ownContribution.query();
      return pickable.evidence.filter(({ evidence }) => evidence.kind === 'work').map(({ id }) => id);
    };
    expect(await has(ben)).toEqual([]);
    await responsibilities.settleDeadlineWork.mutate({ ...command(), responsibilityId, workId, done: true });
    expect([await has(ada), await has(ben), await has(fatma)]).toEqual([[workId], [workId], []]);
  });
});

describe('a learning goal', () => {
  it('R9.5 that is done is proposed to its owner by its title alone, and to nobody else', async () => {
    const { ada, ben } = world.water.people;
    const learning = await scene.learningOf(ada);
    const [goalId, other] = [scene.newId<'goal'>(), scene.newId<'goal'>()];
    const goal = { teamId: world.water.teams.permits, responsibilityId: null, targetLevel: null };
    await learning.createGoal.mutate({ ...goal, id: goalId, title: 'Leges berekenen' });
    await learning.createGoal.mutate({ ...goal, id: other, title: 'Nog bezig' });
    await learning.setGoal.mutate({ goalId, state: 'active' });
    await learning.setGoal.mutate({ goalId, state: 'done' });
    const goalsOf = async (personId: PersonId) => {
      const { pickable } = await (await scene.learningOf(personId)).ownContribution.query();
      return pickable.evidence.filter(({ evidence }) => evidence.kind === 'goal');
    };
    expect(await goalsOf(ada)).toEqual([{ id: goalId, evidence: { kind: 'goal', title: 'Leges berekenen' } }]);
    expect(await goalsOf(ben)).toEqual([]);
    const results = [{ id: scene.newId<'result'>(), text: '', evidence: { kind: 'goal' as const, id: goalId } }];
    const { page } = await learning.writeContribution.mutate({ results });
    expect(page.results).toEqual([{ text: '', evidence: { kind: 'goal', title: 'Leges berekenen' } }]);
    await learning.writeContribution.mutate({ results: [] });
  });
});

describe('publishing', () => {
  it('R9.4 R9.7 shows exactly the page that was seen, and what is changed afterwards only when it is published again', async () => {
    const { ada, ben } = world.water.people;
    const own = await scene.learningOf(ada);
    const first = await own.writeContribution.mutate({ from: 'Eerste versie', talents: ['Voorzitten'] });
    expect(first.page).toEqual({ from: 'Eerste versie', talents: ['Voorzitten'], carries: [], results: [] });
    const published = await own.publishContribution.mutate({ to: 'team', seen: first.seen });
    expect(published.team).toEqual({ teams: ['Vergunningen'], on: scene.today(), isSame: true });
    const reader = await scene.learningOf(ben);
    expect(await reader.contributionOf.query({ personId: ada })).toEqual({
      name: 'Ada Yilmaz',
      organisation: 'Gemeente Waterrijk',
      on: scene.today(),
      page: first.page,
    });
    expect(await reader.contributors.query({ teamId: world.water.teams.permits })).toEqual([ada]);
    const later = await own.writeContribution.mutate({ from: 'Tweede versie' });
    expect(later.team?.isSame).toBe(false);
    expect((await reader.contributionOf.query({ personId: ada })).page.from).toBe('Eerste versie');
    // What they saw is another page by now.
    await expect(own.publishContribution.mutate({ to: 'team', seen: first.seen })).rejects.toMatchObject(
      refusal('changedMeanwhile'),
    );
    // The link is another copy: what teams see stays as it was.
    const { link } = await own.publishContribution.mutate({ to: 'link', seen: later.seen, days: 30 });
    expect(link?.isSame).toBe(true);
    expect((await reader.contributionOf.query({ personId: ada })).page.from).toBe('Eerste versie');
    const shared = await application
      .client()
      .learning.sharedContribution.mutate({ token: link?.path.split('#')[1] ?? '' });
    expect(shared.page.from).toBe('Tweede versie');
    const taken = await own.unpublishContribution.mutate({ from: 'team' });
    expect([taken.team, taken.link?.path]).toEqual([null, link?.path]);
    await expect(reader.contributionOf.query({ personId: ada })).rejects.toMatchObject(refusal('notFound'));
    expect((await own.unpublishContribution.mutate({ from: 'team' })).team).toBe(null);
    await own.unpublishContribution.mutate({ from: 'link' });
  });

  it('R9.7 needs something on the page, and a team to show it to', async () => {
    const { eva, mira } = world.water.people;
    const nothing = await scene.learningOf(eva);
    const { seen } = await nothing.ownContribution.query();
    await expect(nothing.publishContribution.mutate({ to: 'link', seen, days: 7 })).rejects.toMatchObject(
      refusal('badInput'),
    );
    const alone = await scene.learningOf(mira);
    const page = await alone.writeContribution.mutate({ from: 'Ik leid.' });
    await expect(alone.publishContribution.mutate({ to: 'team', seen: page.seen })).rejects.toMatchObject(
      refusal('notAMember'),
    );
  });

  it('R9.8 ends at once when either leaves, and a team that the owner joins later sees nothing of it', async () => {
    const { fatma, ben, dina, eva, mira, anna, cem } = world.water.people;
    const own = await scene.learningOf(fatma);
    await scene.leave(fatma, 'green');
    const { seen } = await own.writeContribution.mutate({ from: 'Voor vergunningen' });
    await own.publishContribution.mutate({ to: 'team', seen });
    await scene.comeBack(fatma, 'green');
    const opens = async (reader: PersonId): Promise<boolean> =>
      (await scene.learningOf(reader)).contributionOf.query({ personId: fatma }).then(
        () => true,
        (error: { data: { code: string } }) => {
          expect(error.data.code).toBe('notFound');
          return false;
        },
      );
    const all = async () => Promise.all([ben, dina, eva, mira, anna, cem, world.hill.people.olaf].map(opens));
    expect(await all()).toEqual([true, false, false, false, false, false, false]);
    await scene.leave(ben, 'permits');
    expect(await opens(ben)).toBe(false);
    await scene.comeBack(ben, 'permits');
    await scene.leave(fatma, 'permits');
    expect([await opens(ben), await opens(dina)]).toEqual([false, false]);
    expect((await own.ownContribution.query()).team?.teams).toEqual([]);
    await scene.comeBack(fatma, 'permits');
    // Published again it is for both teams, and whoever saw it is told when it is taken back.
    await own.publishContribution.mutate({ to: 'team', seen });
    expect([await opens(ben), await opens(dina)]).toEqual([true, true]);
    const socket = await application.socket(await application.signIn(dina));
    const told = new Promise((resolve) => socket.once('learningChanged', () => resolve(true)));
    await own.unpublishContribution.mutate({ from: 'team' });
    expect(await told).toBe(true);
    socket.close();
    expect(await all()).toEqual(Array.from({ length: 7 }, () => false));
  });
});
