import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { applyChanges } from '@roer/domain/feed';
import type { CoverLevel, CoverLevelRow } from '@roer/domain/learning/cover-rows';
import type { Criticality, RowChange, TeamSnapshot } from '@roer/domain/feed';
import { rankOf } from '@roer/domain/learning/cover-level';
import { withExercise } from '@roer/domain/learning/exercise';
import { deriveKnowledgeRisk, whoCan } from '@roer/domain/learning/knowledge-risk';
import type { Talent } from '@roer/domain/learning/knowledge-risk';
import { decidePlanLeave, decideWithdrawLeave, withoutLeaveIntents } from '@roer/domain/learning/leave-intent';
import { decideGiveBack } from '@roer/domain/responsibilities/carry';
import { aTeam, by, refusalOf, responsibility, theId, today } from './team-builder.ts';

const person = (number: number) => theId('person', number);

/** Somebody reached a level of a responsibility. */
const reached = (number: number, level: CoverLevel | null, about = 1): CoverLevelRow => ({
  id: theId('coverLevel', 10 * about + number),
  responsibilityId: theId('responsibility', about),
  personId: person(number),
  number: rankOf(level) + 1,
  level,
  state: 'confirmed',
  proposedOn: addDays(today, -90),
  confirmedBy: person(9),
  confirmedOn: addDays(today, -90),
  exercisedOn: addDays(today, -60),
});
const withLevels = (facts: TeamSnapshot, rows: readonly CoverLevelRow[]): TeamSnapshot => ({
  ...facts,
  coverLevel: Object.fromEntries(rows.map((row) => [row.id, row])),
});
const first = { responsibilityId: theId('responsibility', 1) };
const plan = (facts: TeamSnapshot, number: number, before = addDays(today, 60), id = 1): RowChange[] =>
  decidePlanLeave(facts, { ...first, leaveIntentId: theId('leaveIntent', id), before }, by(number));

describe('what leans on one', () => {
  it('L3.1 L1.6 is what fewer than two people of the team can do alone', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    const [risk] = deriveKnowledgeRisk(facts, { today });
    expect(risk).toMatchObject({ independent: [person(1)], leavesBefore: null, candidates: [] });
    expect(deriveKnowledgeRisk(aTeam(), { today })).toMatchObject([{ independent: [] }]);
    expect(deriveKnowledgeRisk(withLevels(facts, [reached(2, 'together')]), { today })).toHaveLength(1);
    expect(deriveKnowledgeRisk(withLevels(facts, [reached(2, 'independent')]), { today })).toEqual([]);
    const stoodIn = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    expect(deriveKnowledgeRisk(stoodIn, { today })).toEqual([]);
    // Who carries it and said less of themselves cannot do it alone, as far as they say.
    const modest = withLevels(stoodIn, [reached(2, 'together')]);
    expect(whoCan(modest, { ...first, today })).toEqual([person(1)]);
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })] });
    expect(deriveKnowledgeRisk(closed, { today })).toEqual([]);
  });

  it('L3.3 stands in order: what matters most, then who are fewest, then who leaves soonest, then by title', () => {
    const about = (number: number, criticality: Criticality, title: string) =>
      responsibility(number, { criticality, title });
    const facts = aTeam({
      people: 4,
      responsibilities: [
        about(1, 1, 'Aaa'),
        about(2, 3, 'Zzz'),
        about(3, 3, 'Bbb'),
        about(4, 3, 'Ccc'),
        about(5, 3, 'Nobody'),
      ],
      carried: [
        { person: 1 },
        { person: 1, responsibility: 2 },
        { person: 2, responsibility: 3 },
        { person: 3, responsibility: 4 },
      ],
    });
    const leaving = applyChanges(
      facts,
      decidePlanLeave(
        facts,
        {
          responsibilityId: theId('responsibility', 2),
          leaveIntentId: theId('leaveIntent', 1),
          before: addDays(today, 90),
        },
        by(1),
      ),
    );
    const titles = deriveKnowledgeRisk(leaving, { today }).map((risk) => risk.responsibility.title);
    expect(titles).toEqual(['Nobody', 'Zzz', 'Bbb', 'Ccc', 'Aaa']);
  });

  it('L3.4 names who is on the way, the furthest first, then who shows that they want to; nobody else', () => {
    const facts = withLevels(aTeam({ people: 7, carried: [{ person: 1 }] }), [
      reached(2, 'observing'),
      reached(3, 'together'),
      reached(7, null),
    ]);
    const said = (number: number, energy: Talent['energy'], wantsToLearn: boolean): Talent => ({
      ...first,
      personId: person(number),
      energy,
      wantsToLearn,
    });
    const talents = [
      said(4, 'gives', false),
      said(5, 'gives', true),
      said(6, 'costs', false),
      said(1, 'gives', true),
      // About something else.
      { ...said(7, 'gives', true), responsibilityId: theId('responsibility', 2) },
    ];
    const [risk] = deriveKnowledgeRisk(facts, { today, talents });
    expect(risk?.candidates.map(({ personId, level }) => [personId, level])).toEqual([
      [person(3), 'together'],
      [person(2), 'observing'],
      [person(5), null],
      [person(4), null],
    ]);
  });
});

describe('who hands something over', () => {
  it('L3.2 is a holder, who names a day ahead and no reason; then it leans, whoever else can', () => {
    const facts = withLevels(aTeam({ carried: [{ person: 1 }, { person: 3, role: 'substitute' }] }), [
      reached(2, 'independent'),
    ]);
    for (const other of [2, 3]) expect(refusalOf(() => plan(facts, other))).toMatchObject({ code: 'notAllowed' });
    for (const day of [today, addDays(today, -1), addDays(today, 5000)])
      expect(refusalOf(() => plan(facts, 1, day))).toMatchObject({ code: 'badInput', field: 'before' });
    const changes = plan(facts, 1);
    expect(changes[0]?.after).toEqual({
      id: theId('leaveIntent', 1),
      ...first,
      personId: person(1),
      before: addDays(today, 60),
    });
    const leaving = applyChanges(facts, changes);
    expect(plan(leaving, 1, addDays(today, 60), 2)).toEqual([]);
    expect(deriveKnowledgeRisk(leaving, { today })).toMatchObject([{ leavesBefore: addDays(today, 60) }]);
    const sooner = applyChanges(leaving, plan(leaving, 1, addDays(today, 30), 3));
    expect(Object.values(sooner.leaveIntent)).toMatchObject([{ before: addDays(today, 30) }]);
    const stays = applyChanges(sooner, decideWithdrawLeave(sooner, first, by(1)));
    expect(stays.leaveIntent).toEqual({});
    expect(decideWithdrawLeave(stays, first, by(1))).toEqual([]);
    expect(decideWithdrawLeave(sooner, first, by(2))).toEqual([]);
  });

  it('L3.5 leans too on who is left when somebody is away for weeks, and says until when', () => {
    const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    const away = (...days: [from: number, until: number][]): TeamSnapshot => ({
      ...facts,
      absence: Object.fromEntries(
        days.map(([from, until], index) => [
          String(index),
          {
            id: theId('absence', index + 1),
            personId: person(1),
            from: addDays(today, from),
            until: addDays(today, until),
          },
        ]),
      ),
    });
    const risks = (snapshot: TeamSnapshot) => deriveKnowledgeRisk(snapshot, { today });
    // Four weeks that begin within four weeks, also in parts that meet; of what is over only the rest counts.
    for (const days of [
      [[0, 28]],
      [[28, 56]],
      [[-50, 28]],
      [
        [14, 35],
        [30, 42],
      ],
    ] satisfies [number, number][][])
      expect(risks(away(...days))).toMatchObject([
        { independent: [person(1), person(2)], away: [{ personId: person(1) }] },
      ]);
    expect(risks(away([0, 28]))[0]?.away).toEqual([{ personId: person(1), through: addDays(today, 27) }]);
    for (const days of [
      [[0, 27]],
      [[29, 80]],
      [[-50, 20]],
      [
        [0, 14],
        [15, 30],
      ],
    ] satisfies [number, number][][])
      expect(risks(away(...days))).toEqual([]);
  });

  it('L3.3 L3.5 stands before what as many can do who are all there', () => {
    const facts = aTeam({
      responsibilities: [responsibility(1, { title: 'Aaa' }), responsibility(2, { title: 'Zzz' })],
      carried: [{ person: 1 }, { person: 2, responsibility: 2 }],
    });
    const absence = {
      one: { id: theId('absence', 1), personId: person(2), from: today, until: addDays(today, 60) },
    };
    const titles = (snapshot: TeamSnapshot) =>
      deriveKnowledgeRisk(snapshot, { today }).map(({ responsibility: { title } }) => title);
    expect([titles(facts), titles({ ...facts, absence })]).toEqual([
      ['Aaa', 'Zzz'],
      ['Zzz', 'Aaa'],
    ]);
  });

  it('L3.2 ends with the holding', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    const leaving = applyChanges(facts, plan(facts, 1));
    const given = decideGiveBack(leaving, { assignmentId: theId('assignment', 1) }, by(1));
    const over = applyChanges(leaving, withoutLeaveIntents(leaving, given));
    expect(over.leaveIntent).toEqual({});
  });
});

describe('what exercises', () => {
  it('L1.8 is a date of a duty that was done, by who did it, once in thirty days', () => {
    const facts = withLevels(aTeam({ carried: [{ person: 1 }] }), [reached(2, 'together'), reached(3, 'observing')]);
    const row = {
      id: `${theId('duty', 1)}:${today}` as const,
      dutyId: theId('duty', 1),
      ...first,
      recurrenceDate: today,
      movedTo: null,
      on: today,
      personId: person(2),
      reason: '',
    };
    const done = (state: 'done' | 'skipped', day: string): RowChange[] =>
      withExercise(facts, [{ entity: 'occurrence', before: null, after: { ...row, state } }], { today: day }).slice(1);
    expect(done('done', today)).toMatchObject([
      { entity: 'coverLevel', after: { personId: person(2), exercisedOn: today } },
    ]);
    expect(done('skipped', today)).toEqual([]);
    expect(done('done', addDays(today, -31))).toEqual([]);
  });
});
