import { describe, expect, it } from 'vitest';
import { readDate, readMinutes, readPeopleList, readYesNo } from '@roer/domain/organisation/import-values';
import { writeTable } from './catalogue-samples.ts';
import {
  noPeople,
  peopleHeader,
  peopleOf,
  planPeople,
  planWork,
  readImport,
  someWork,
  workOf,
  wrongs,
} from './import-samples.ts';

const esra = ['Esra Kaya', 'esra@water.example'];

describe('cells', () => {
  it.each([
    ['7,5', 450],
    ['7.5', 450],
    ['7:30', 450],
    ['7u30', 450],
    ['36 uur', 2160],
    ['36 uur per week', 2160],
    ['32 hours', 1920],
    ['0', 0],
    ['-4', null],
    ['veel', null],
    ['1.000,5', null],
  ])('IM13 %s are %s minutes', (cell, minutes) => expect(readMinutes(cell)).toBe(minutes));

  it.each([
    ['1-3-2025', '2025-03-01'],
    ['01/03/2025', '2025-03-01'],
    ['2025-03-01', '2025-03-01'],
    ['2025-03-01 00:00:00', '2025-03-01'],
    ['45717', '2025-03-01'],
    ['29-2-2024', '2024-02-29'],
    ['29-2-2025', null],
    ['2025-13-01', null],
    ['maart', null],
  ])('IM1 IM15 the date %s is %s', (cell, date) => expect(readDate(cell)).toBe(date));

  it('IM14 yes and no in two languages and as spreadsheets keep them', () => {
    expect(['Ja', 'x', 'TRUE', '1'].map(readYesNo)).toEqual([true, true, true, true]);
    expect(['nee', '-', 'ONWAAR', 'false'].map(readYesNo)).toEqual([false, false, false, false]);
    expect(readYesNo('misschien')).toBeNull();
  });

  it.each([
    [
      'Esra Kaya; Bas Tol',
      [
        ['Esra Kaya', null],
        ['Bas Tol', null],
      ],
    ],
    [
      'Esra 60%, Bas 40%',
      [
        ['Esra', 60],
        ['Bas', 40],
      ],
    ],
    [
      'Esra (60 %)\nBas: 40%',
      [
        ['Esra', 60],
        ['Bas', 40],
      ],
    ],
    ['Kaya, Esra', [['Kaya, Esra', null]]],
    ['Kaya, Esra 50%', [['Kaya, Esra', 50]]],
    [
      'Esra 33,3%, Bas',
      [
        ['Esra', 33],
        ['Bas', null],
      ],
    ],
    ['Esra 0%', null],
    ['Esra 150%', null],
  ])('IM20 reads who carries from %s', (cell, people) =>
    expect(
      readPeopleList(cell, (text) => text === 'Kaya, Esra')?.map(({ text, share }) => [text, share]) ?? null,
    ).toEqual(people),
  );
});

describe('the header', () => {
  it('IM2 IM3 stands under a title, and lines are those that an editor shows', () => {
    const bytes = writeTable([
      ['Personeel 2026', '', ''],
      ['', '', ''],
      ['Naam', 'E-mail', 'Team'],
      ['', '', ''],
      ['Esra Kaya', 'geen', 'Groen'],
    ]);
    expect(readImport(bytes, 'people').outline).toMatchObject({ rows: 1, suggestion: { name: 0, email: 1, team: 2 } });
    expect(wrongs(planPeople(bytes))).toEqual(['5 email badEmail']);
  });

  it('IM4 IM5 suggests every column once, and what must be there needs one of its own', () => {
    const { suggestion, columns } = readImport(
      writeTable([
        ['Naam', 'Máil-adres', 'Afdeling', ''],
        ['A', 'b', 'c', 'd'],
      ]),
      'people',
    ).outline;
    expect(suggestion).toMatchObject({ name: 0, email: 1, team: 2, domain: null, hours: null });
    expect(columns[3]).toEqual({ index: 3, header: 'D', samples: ['d'] });
    const plan = planPeople(peopleOf(esra), { mapping: { name: 0, team: 0 } });
    expect(plan).toMatchObject({ writable: false, entries: [], writes: {} });
    expect(wrongs(plan)).toEqual(['null email missingColumn', 'null team doubledColumn']);
    expect(planPeople(peopleOf(esra), { mapping: { name: 0, email: 99 } }).writable).toBe(false);
  });
});

describe('rows of people', () => {
  it.each([
    ['a formula', ['=1+1', 'a@b.nl'], 'name formula'],
    ['no name', ['', 'a@b.nl'], 'name empty'],
    ['a long name', ['x'.repeat(121), 'a@b.nl'], 'name tooLong'],
    ['no address', ['A', 'a@b'], 'email badEmail'],
    ['somebody who was erased', ['A', 'gone@water.example'], 'email emailTaken'],
    ['an unknown team', [...esra, 'Onbekend'], 'team unknownTeam'],
    ['an unknown domain', [...esra, 'Groen', 'Bestaat niet'], 'domain unknownDomain'],
    ['a team of two domains', [...esra, 'Balie'], 'team ambiguousTeam'],
    ['no hours', [...esra, 'Groen', '', 'veel'], 'hours badHours'],
    ['too many hours', [...esra, 'Groen', '', '61'], 'hours hoursAboveWeek'],
    ['a day too long', [...esra, 'Groen', '', '', '25'], 'monday hoursAboveWeek'],
    ['hours that disagree', [...esra, 'Groen', '', '16', '8'], 'hours hoursDisagree'],
    ['neither yes nor no', [...esra, 'Groen', '', '', '', 'misschien'], 'home badYesNo'],
    ['no date', [...esra, 'Groen', '', '', '', '', 'ooit'], 'from badDate'],
    ['a date to come', [...esra, 'Groen', '', '', '', '', '24-11-2026'], 'from dateInFuture'],
    [
      'before an earlier membership ended',
      ['Ada Yilmaz', 'ada@water.example', 'Groen', '', '', '', '', '31-12-2025'],
      'from earlierMembership',
    ],
    ['a second home', ['Ada Yilmaz', 'ada@water.example', 'Groen', '', '', '', 'ja'], 'home homeElsewhere'],
    ['the name of a member', ['ada yilmaz', 'other@water.example', 'Vergunningen'], 'name sameName'],
  ])('IM6 IM7 IM10 IM12 IM13 IM14 IM15 %s is told with its place', (_, row, wrong) => {
    const plan = planPeople(peopleOf(row));
    expect(wrongs(plan)).toEqual([`2 ${wrong}`]);
    expect(plan).toMatchObject({ writable: false, counts: { wrong: 1 }, writes: {} });
    const skipped = planPeople(peopleOf(row, ['Wie Wel', 'wel@water.example']), { skip: true });
    expect(skipped).toMatchObject({ writable: true, counts: { skipped: 1, new: 1, wrong: 0 } });
  });

  it('IM6 what begins with another sign is text', () => {
    const plan = planPeople(peopleOf(['@Esra', 'a@b.nl'], ['+31 Bas', 'b@b.nl'], ['-Cem', 'c@b.nl']));
    expect(plan.counts).toMatchObject({ new: 3, wrong: 0 });
  });

  it('IM7 a cell too few or too many is all that is told of its row', () => {
    const bytes = writeTable([peopleHeader, ['A', 'b'], [...peopleHeader.map(() => ''), 'extra']]);
    expect(wrongs(planPeople(bytes))).toEqual(['2 null wrongFieldCount', '3 null wrongFieldCount']);
  });

  it('IM11 IM12 rows about the same are told at both', () => {
    const twice = planPeople(peopleOf([...esra, 'Groen'], ['Esra Kaya', 'ESRA@water.example', 'groen']));
    expect(twice.problems.map(({ line, reason, otherLine }) => [line, reason, otherLine])).toEqual([
      [2, 'doubledRow', 3],
      [3, 'doubledRow', 2],
    ]);
    expect(wrongs(planPeople(peopleOf([...esra, 'Groen'], ['Iemand', 'esra@water.example', 'Vergunningen'])))).toEqual([
      '2 name nameDiffers',
      '3 name nameDiffers',
    ]);
    expect(wrongs(planPeople(peopleOf([...esra, 'Groen'], ['Esra  kaya', 'e.kaya@water.example', 'Groen'])))).toEqual([
      '2 name sameName',
      '3 name sameName',
    ]);
  });

  it('IM10 IM13 IM14 IM16 writes people, memberships and hours, and nothing else', () => {
    const plan = planPeople(
      peopleOf([...esra, 'balie', 'zorg', '24'], ['Esra Kaya', 'esra@water.example', 'Groen', '', '', '8', 'ja']),
    );
    expect(Object.entries(plan.writes).filter(([, rows]) => rows.length > 0)).toEqual([
      ['people', [{ id: '+1', name: 'Esra Kaya', email: 'esra@water.example' }]],
      [
        'memberships',
        [
          { id: '+2', personId: '+1', teamId: 't4', from: '2026-11-23', home: false },
          { id: '+3', personId: '+1', teamId: 't2', from: '2026-11-23', home: true },
        ],
      ],
      [
        'memberHours',
        [
          { membershipId: '+2', from: '2026-11-23', minutesByWeekday: [288, 288, 288, 288, 288, 0, 0] },
          { membershipId: '+3', from: '2026-11-23', minutesByWeekday: [480, 0, 0, 0, 0, 0, 0] },
        ],
      ],
    ]);
    expect(plan.teams).toEqual(['t2', 't4']);
  });

  it('IM14 O9 a home team that somebody left stands in the way of none that they have now', () => {
    const facts = {
      ...noPeople,
      memberships: noPeople.memberships.map((membership) => ({ ...membership, home: membership.until !== null })),
    };
    const now = facts.memberships.find(({ until }) => until === null);
    const own = ['Ada Yilmaz', 'ada@water.example'];
    expect(planPeople(peopleOf([...own, 'Vergunningen', '', '', '', 'ja']), { facts })).toMatchObject({
      counts: { changed: 1, wrong: 0 },
      writes: { homes: [{ id: now?.id, home: true }] },
    });
    // Whoever has none now gets the first that they join, also from a day on which they had another.
    expect(planPeople(peopleOf([...own, 'Balie', 'Zorg', '', '', '', '1-1-2025']), { facts })).toMatchObject({
      counts: { new: 1, wrong: 0 },
      writes: { memberships: [{ teamId: 't4', home: true }] },
    });
  });

  it('IM9 IM13 IM14 IM17 what is silent, or the same week, changes nothing', () => {
    const rows = [
      ['Ada Yilmaz', 'ADA@water.example', 'vergunningen'],
      ['Ada Yilmaz', 'ada@water.example', 'vergunningen', 'Ruimte', '36', '', 'ja', '1-1-2020'],
    ];
    for (const row of rows) expect(planPeople(peopleOf(row))).toMatchObject({ counts: { same: 1 }, teams: [] });
    expect(planPeople(peopleOf(['Ada Y.', 'ada@water.example']))).toMatchObject({
      counts: { changed: 1 },
      teams: ['t1'],
      writes: { names: [{ id: 'ada', name: 'Ada Y.' }] },
    });
    expect(noPeople.memberships).toHaveLength(2);
  });
});

describe('rows of responsibilities', () => {
  const spoed = (holders: string, substitutes = ''): Uint8Array =>
    workOf(['Vergunningen', '', 'spoedaanvragen', '', '', '', holders, substitutes]);

  it.each([
    ['a formula', ['=A1', '', 'T'], 'team formula'],
    ['no title', ['Groen', '', ''], 'title empty'],
    ['an unknown weight', ['Groen', '', 'T', '', '4'], 'criticality badCriticality'],
    ['too many hours', ['Groen', '', 'T', '', '', '61'], 'hours hoursAboveWeek'],
    ['somebody unknown', ['Vergunningen', '', 'T', '', '', '', 'Niemand'], 'holders unknownPerson'],
    ['somebody of another team', ['Vergunningen', '', 'T', '', '', '', '', 'Dina Amrani'], 'substitutes notInTeam'],
    ['two of one name', ['Vergunningen', '', 'T', '', '', '', 'Jan Smit'], 'holders ambiguousPerson'],
    ['somebody twice', ['Vergunningen', '', 'T', '', '', '', 'Ada Yilmaz; ada@water.example'], 'holders doubledPerson'],
    [
      'somebody in both',
      ['Vergunningen', '', 'T', '', '', '', 'Ada Yilmaz', 'Ada Yilmaz'],
      'substitutes doubledPerson',
    ],
    [
      'shares above a hundred',
      ['Vergunningen', '', 'T', '', '', '', 'Ada Yilmaz 60%, Ben de Boer 50%'],
      'holders sharesAbove100',
    ],
    ['no share', ['Vergunningen', '', 'T', '', '', '', 'Ada Yilmaz 200%'], 'holders badShare'],
  ])('IM6 IM7 IM13 IM19 IM20 %s is told with its place', (_, row, wrong) => {
    const plan = planWork(workOf(row));
    expect(wrongs(plan)).toEqual([`2 ${wrong}`]);
    expect(plan).toMatchObject({ writable: false, writes: {} });
  });

  it('IM11 the same title twice in a team is told at both, and the same title of another team is another', () => {
    expect(
      wrongs(planWork(workOf(['Groen', '', 'Bomen'], ['groen', '', 'BOMEN'], ['Vergunningen', '', 'Bomen']))),
    ).toEqual(['2 title doubledRow', '3 title doubledRow']);
  });

  it('IM18 IM19 IM20 writes what is new, in areas that are made once', () => {
    const { writes } = planWork(
      workOf(
        ['Vergunningen', 'Toezicht', 'Een', '', 'hoog', '1,5', 'Ada Yilmaz; Ben de Boer; Kaya, Esra', ''],
        ['Vergunningen', 'toezicht', 'Twee'],
        ['Groen', '', 'Drie'],
      ),
    );
    expect(writes['areas']).toEqual([
      { id: '+1', teamId: 't1', name: 'Toezicht', order: 1 },
      expect.objectContaining({ teamId: 't2', name: 'Algemeen', order: 0 }),
    ]);
    expect(writes['responsibilities']).toMatchObject([
      { areaId: '+1', title: 'Een', criticality: 3 },
      { areaId: '+1', criticality: 2 },
      { title: 'Drie' },
    ]);
    expect(writes['assignments']).toMatchObject([
      { personId: 'ada', sharePercent: 34 },
      { personId: 'ben', sharePercent: 33 },
      { personId: 'comma', sharePercent: 33 },
    ]);
  });

  it('IM17 IM21 changes what the row says, and takes nobody away', () => {
    expect(planWork(spoed(''))).toMatchObject({
      counts: { changed: 1 },
      writes: {
        edits: [{ id: 'r1', title: 'spoedaanvragen', purpose: 'Snel', areaId: 'a1' }],
        hours: [],
        assignments: [],
        shares: [],
      },
    });
    expect(planWork(spoed('esra@water.example')).writes['assignments']).toMatchObject([
      { personId: 'comma', sharePercent: 40 },
    ]);
    expect(planWork(spoed('Ada Yilmaz 80%')).writes['shares']).toEqual([{ id: 's1', sharePercent: 80 }]);
    expect(wrongs(planWork(spoed('esra@water.example 50%')))).toEqual(['2 holders sharesAbove100']);
    expect(wrongs(planWork(spoed('Ben de Boer')))).toEqual(['2 holders otherRole']);
    expect(wrongs(planWork(spoed('', 'Ada Yilmaz')))).toEqual(['2 substitutes otherRole']);
    const busy = { ...someWork, assignments: someWork.assignments.map((row) => ({ ...row, busy: true })) };
    expect(wrongs(planWork(spoed('Ada Yilmaz 80%'), { facts: busy }))).toEqual(['2 holders handedOver']);
    const two = { ...someWork, responsibilities: someWork.responsibilities.flatMap((row) => [row, row]) };
    expect(wrongs(planWork(spoed(''), { facts: two }))).toEqual(['2 title ambiguousTitle']);
  });
});
