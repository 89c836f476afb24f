import { describe, expect, it } from 'vitest';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { planReorganisation } from '@roer/domain/organisation/reorganise-plan';
import type { ReorganisationStep } from '@roer/domain/organisation/reorganise-plan';
import { effectsOf, openingsOf } from '@roer/domain/organisation/reorganise-preview';
import { recordOf } from '@roer/domain/organisation/reorganise-record';
import { regroup } from '@roer/domain/organisation/reorganise-regroup';
import type { RegroupedTeam } from '@roer/domain/organisation/reorganise-regroup';
import { planUndo } from '@roer/domain/organisation/reorganise-undo';
import { another, countedIds, domainOf, factsOf, teamNamed } from './reorganise-builder.ts';
import { aTeam, responsibility, someWork, theId, today } from './team-builder.ts';

const [first, second, made] = [teamNamed(1), teamNamed(2), teamNamed(9)];

const north = aTeam({
  responsibilities: [responsibility(1), responsibility(2), responsibility(3), responsibility(4)],
  carried: [
    { person: 1, share: 50 },
    { person: 2, share: 50 },
    { person: 1, responsibility: 2 },
    { person: 2, responsibility: 2, role: 'substitute' },
    { person: 3, responsibility: 3 },
  ],
  work: [someWork(1, { shares: [{ personId: theId('person', 3), percent: 40 }] })],
});
const south = another(aTeam({ responsibilities: [responsibility(1)], carried: [{ person: 1 }] }), 2, [
  theId('person', 1),
]);

const carryOut = (plan: ReorganisationStep[], teams: readonly TeamSnapshot[] = [north, south]) => {
  const facts = factsOf(teams);
  const { problems, regrouping } = planReorganisation(plan, facts);
  expect(problems).toEqual([]);
  const regrouped = regroup(facts.teams, regrouping, { today, newId: countedIds() });
  return { facts, regrouping, regrouped, of: (id: TeamId) => regrouped.find(({ teamId }) => teamId === id) };
};
const peopleOf = (team: TeamSnapshot | undefined): PersonId[] =>
  Object.values(team?.member ?? {}).map(({ personId }) => personId);
const memberOf = (team: TeamSnapshot | undefined, personId: PersonId) =>
  Object.values(team?.member ?? {}).find((member) => member.personId === personId);
const titlesOf = (team: TeamSnapshot | undefined): string[] =>
  Object.values(team?.responsibility ?? {})
    .map(({ title }) => title)
    .toSorted();
const problemsOf = (plan: ReorganisationStep[]): string[] =>
  planReorganisation(plan, factsOf([north, south])).problems.map(({ step, problem }) => `${step} ${problem}`);

describe('a merger', () => {
  const { of, regrouped } = carryOut([{ kind: 'merge', teamId: first, into: second }]);

  it('O21 brings people and responsibilities with all that hangs on them, and leaves nothing behind', () => {
    expect(of(first)?.after.responsibility).toEqual({});
    expect(peopleOf(of(first)?.after)).toEqual([]);
    expect(peopleOf(of(second)?.after)).toHaveLength(5);
    const into = of(second)?.after;
    expect(Object.keys(into?.assignment ?? {})).toHaveLength(6);
    expect(into?.deadlineWork[theId('deadlineWork', 1)]?.shares).toEqual([
      { personId: theId('person', 3), percent: 40 },
    ]);
    expect(openingsOf(regrouped)).toEqual([]);
  });

  it('O24 leaves somebody of both once, with the hours of both, at home where they are now', () => {
    const both = memberOf(of(second)?.after, theId('person', 1));
    expect(both).toMatchObject({ home: true, minutesByWeekday: [960, 960, 960, 960, 0, 0, 0] });
    const ended = of(first)?.changes.find(
      (change) => change.entity === 'member' && change.after?.personId === both?.personId,
    );
    // The membership that ended keeps that it was the home team.
    expect(ended?.after).toMatchObject({ until: today, home: true });
    expect(effectsOf(regrouped).find(({ teamId }) => teamId === second)).toMatchObject({
      peopleIn: 2,
      hoursAdded: 1,
      homesIn: 3,
    });
  });

  it('O25 puts the name of the old team behind a title that is there already, in an area of the same name', () => {
    expect(titlesOf(of(second)?.after)).toEqual(['Title 1', 'Title 1 (Team)', 'Title 2', 'Title 3', 'Title 4']);
    expect(Object.keys(of(second)?.after.area ?? {})).toHaveLength(1);
    expect(effectsOf(regrouped).find(({ teamId }) => teamId === second)).toMatchObject({ renamed: 1 });
  });
});

describe('a person who moves', () => {
  it('O21 leaves visibly open what they carried and does not go along', () => {
    const { of, regrouped } = carryOut([
      { kind: 'movePerson', teamId: first, into: second, personId: theId('person', 2) },
    ]);
    expect(effectsOf(regrouped).find(({ teamId }) => teamId === first)).toMatchObject({
      peopleOut: 1,
      homesOut: 1,
      fallsOpen: 0,
      partlyOpen: 1,
      standInsEnd: 1,
    });
    expect(memberOf(of(second)?.after, theId('person', 2))).toMatchObject({ home: true });
  });
});

describe('a split', () => {
  const { of, regrouped } = carryOut([
    { kind: 'split', teamId: first, newTeamId: made, name: 'Nieuw', personIds: [theId('person', 1)] },
  ]);

  it('O23 takes along what those people carry for more than half, and leaves what nobody carries', () => {
    expect(titlesOf(of(made)?.after)).toEqual(['Title 2']);
    expect(titlesOf(of(first)?.after)).toEqual(['Title 1', 'Title 3', 'Title 4']);
    expect(peopleOf(of(made)?.after)).toEqual([theId('person', 1)]);
    const effects = effectsOf(regrouped);
    expect(effects.find(({ teamId }) => teamId === made)).toMatchObject({
      responsibilitiesIn: 1,
      standInsEnd: 1,
      fallsOpen: 0,
    });
    expect(effects.find(({ teamId }) => teamId === first)).toMatchObject({ responsibilitiesOut: 1, partlyOpen: 1 });
  });
});

describe('a team that closes', () => {
  it('O21 gives its responsibilities to another team, where they are open when nobody came along', () => {
    const { of, regrouped } = carryOut([{ kind: 'close', teamId: first, into: second }]);
    expect(peopleOf(of(second)?.after)).toEqual(peopleOf(south));
    expect(effectsOf(regrouped).find(({ teamId }) => teamId === second)).toMatchObject({
      responsibilitiesIn: 4,
      // Who is in both carries on.
      fallsOpen: 1,
      partlyOpen: 1,
    });
    expect(of(second)?.after.deadlineWork[theId('deadlineWork', 1)]?.shares).toEqual([]);
  });

  it('O21 or they stop with it', () => {
    const { of } = carryOut([{ kind: 'close', teamId: first, into: null }]);
    expect(Object.values(of(first)?.after.responsibility ?? {}).every(({ closedOn }) => closedOn === today)).toBe(true);
    expect(of(first)?.after.assignment).toEqual({});
  });
});

describe('a plan', () => {
  it('O22 is refused as a whole when something of it cannot be done', () => {
    const gone = theId('team', 8);
    expect(problemsOf([{ kind: 'merge', teamId: first, into: gone }])).toEqual(['0 teamGone']);
    expect(problemsOf([{ kind: 'moveTeam', teamId: first, domainId: domainOf(7) }])).toEqual(['0 domainGone']);
    expect(problemsOf([{ kind: 'moveTeam', teamId: first, domainId: domainOf(1) }])).toEqual(['0 changesNothing']);
    expect(problemsOf([{ kind: 'merge', teamId: first, into: first }])).toEqual(['0 changesNothing']);
    const stranger = theId('person', 9);
    expect(problemsOf([{ kind: 'movePerson', teamId: first, into: second, personId: stranger }])).toEqual([
      '0 personGone',
    ]);
    expect(
      problemsOf([
        { kind: 'merge', teamId: first, into: second },
        { kind: 'close', teamId: second, into: null },
      ]),
    ).toEqual(['0 twoWays']);
    const moved: ReorganisationStep = { kind: 'movePerson', teamId: first, into: second, personId: theId('person', 1) };
    expect(problemsOf([moved, moved])).toEqual(['0 twoWays', '1 twoWays']);
  });

  it('O20 is the same whatever the order of its steps', () => {
    const plan: ReorganisationStep[] = [
      { kind: 'close', teamId: first, into: second },
      { kind: 'movePerson', teamId: first, into: second, personId: theId('person', 3) },
      { kind: 'moveTeam', teamId: second, domainId: domainOf(2) },
    ];
    const [one, other] = [carryOut(plan), carryOut(plan.toReversed())];
    expect(effectsOf(one.regrouped)).toEqual(effectsOf(other.regrouped));
  });
});

const undo = (done: ReturnType<typeof carryOut>, teams?: Partial<Record<TeamId, TeamSnapshot>>) => {
  const record = recordOf(done.facts.teams, done.regrouping, done.regrouped);
  const names: Partial<Record<TeamId, { name: string }>> = Object.fromEntries(
    record.closed.map(({ teamId }) => [teamId, { name: 'Team' }]),
  );
  const now = Object.fromEntries(
    done.regrouped.map(({ teamId, after: facts }) => [
      teamId,
      {
        facts: teams?.[teamId] ?? facts,
        domainId: record.placed.find((row) => row.teamId === teamId)?.to ?? domainOf(1),
      },
    ]),
  );
  const people = Object.fromEntries(
    done.regrouped.flatMap(({ before }) =>
      Object.values(before.member).map(({ personId, name }) => [
        personId,
        {
          name,
          homeTeamId: done.regrouped.find(({ after: facts }) => memberOf(facts, personId)?.home)?.teamId ?? null,
        },
      ]),
    ),
  );
  const plan = planUndo(record, { teams: now, closed: names, people, domainIds: [domainOf(1), domainOf(2)] });
  return plan && { ...plan, regrouped: regroup(now, plan.regrouping, { today, newId: countedIds() }) };
};

/** Who is in a team on which terms, who carries what of it, and how it is called and ordered. */
const structureOf = (team: TeamSnapshot | undefined) => ({
  people: Object.values(team?.member ?? {})
    .map(({ personId, home, minutesByWeekday }) => `${personId} ${home} ${minutesByWeekday.join()}`)
    .toSorted(),
  responsibilities: Object.values(team?.responsibility ?? {})
    .map(({ id, title, areaId, closedOn }) => `${id} ${title} ${areaId} ${closedOn}`)
    .toSorted(),
  carried: Object.values(team?.assignment ?? {})
    .map(
      ({ responsibilityId, personId, role, sharePercent }) => `${responsibilityId} ${personId} ${role} ${sharePercent}`,
    )
    .toSorted(),
});

const expectBack = (undone: readonly RegroupedTeam[], teams: readonly TeamSnapshot[]): void => {
  for (const [index, team] of teams.entries())
    expect(structureOf(undone.find(({ teamId }) => teamId === teamNamed(index + 1))?.after)).toEqual(structureOf(team));
};

describe('taking it back', () => {
  it.each([
    [{ kind: 'merge', teamId: first, into: second }],
    [{ kind: 'close', teamId: first, into: second }],
    [{ kind: 'close', teamId: first, into: null }],
    [{ kind: 'movePerson', teamId: first, into: second, personId: theId('person', 1) }],
    [{ kind: 'split', teamId: first, newTeamId: made, name: 'Nieuw', personIds: [theId('person', 1)] }],
  ] satisfies [ReorganisationStep][])('O27 makes the structure as it was after %j', (step) => {
    const undone = undo(carryOut([step]));
    expect(undone?.lost).toEqual({ people: 0, responsibilities: 0 });
    // Titles that lose what was put behind them are no titles that are there already.
    expect(effectsOf(undone?.regrouped ?? []).map(({ renamed }) => renamed)).not.toContain(1);
    expectBack(undone?.regrouped ?? [], [north, south]);
  });

  it('O28 is refused when the team that it made has work of its own', () => {
    const done = carryOut([
      { kind: 'split', teamId: first, newTeamId: made, name: 'Nieuw', personIds: [theId('person', 1)] },
    ]);
    const facts = done.of(made)?.after;
    expect(
      facts && undo(done, { [made]: { ...facts, responsibility: { ...facts.responsibility, x: responsibility(8) } } }),
    ).toBeNull();
  });

  it('O27 keeps what happened since, and leaves who left meanwhile where they are', () => {
    const done = carryOut([{ kind: 'merge', teamId: first, into: second }]);
    const facts = done.of(second)?.after;
    const gone = memberOf(facts, theId('person', 3));
    if (!facts || !gone) throw new Error('They came along.');
    const { [gone.id]: _left, ...member } = facts.member;
    const row = responsibility(8);
    const undone = undo(done, {
      [second]: { ...facts, member, responsibility: { ...facts.responsibility, [row.id]: row } },
    });
    expect(undone?.lost).toEqual({ people: 1, responsibilities: 0 });
    const back = undone?.regrouped.find(({ teamId }) => teamId === second)?.after;
    expect(titlesOf(back)).toEqual(['Title 1', 'Title 8']);
  });
});
