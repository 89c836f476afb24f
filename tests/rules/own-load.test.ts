import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { deriveMeter } from '@roer/domain/workload/organising';
import { deriveOwnLoad, organisingForecast } from '@roer/domain/workload/own-load';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import { explainWeek } from '@roer/domain/workload/explain-week';
import { deadlineWork, withAbsences, withDeadlines, withOwnHolidays } from './load-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const me = theId('person', 1);

describe('my own weeks', () => {
  const ago = (weeks: number, minutes: number) => ({ monday: addDays(today, -7 * weeks), minutes });

  it('W1.11 expect of organising the median of the last eight weeks that have a figure', () => {
    expect(organisingForecast([], today)).toBe(0);
    expect(organisingForecast([ago(1, 300), ago(2, 60), ago(8, 120), ago(9, 900), ago(0, 900)], '2026-11-27')).toBe(
      120,
    );
    expect(organisingForecast([ago(1, 100), ago(3, 205)], today)).toBe(153);
    expect(organisingForecast([ago(1, 0), ago(2, 0), ago(3, 600)], today)).toBe(0);
  });

  it('W1.3 W1.11 sum my teams, with my own estimate, which no picture of a team has', () => {
    const one = aTeam({ responsibilities: [responsibility(1, { minutesAWeek: 900 })], carried: [{ person: 1 }] });
    const other = withDeadlines(
      aTeam({ responsibilities: [responsibility(1, { minutesAWeek: 45 })], carried: [{ person: 1 }] }),
      [deadlineWork(1, { due: '2026-12-04', likelyMinutes: 5000, mostMinutes: 5000 })],
    );
    const estimates = [ago(1, 60), ago(2, 60), { monday: addDays(today, 7), minutes: 500 }];
    const own = deriveOwnLoad([one, other], { personId: me, today, estimates });
    expect(own.weeks.slice(0, 3)).toMatchObject([
      { contract: 3840, available: 3840, recurring: 945, estimate: 60, over: { likely: 0 } },
      { recurring: 945, estimate: 500 },
      { recurring: 945, estimate: 60 },
    ]);
    // 2 × 945, 560 and 5000 in two weeks of 3840.
    expect(own.misfit.likely).toBeNull();
    expect(own.misfit.most).toBeNull();
    expect(own.wide).toHaveLength(1);
    const alone = deriveTeamLoad(other, today).people[0];
    expect(alone?.misfit.likely).toMatchObject({ demand: 5090, capacity: 3840 });
    const full = deriveOwnLoad([one, other], { personId: me, today, estimates: [{ monday: today, minutes: 3000 }] });
    expect(full.misfit.likely).toMatchObject({ demand: 2 * 945 + 3000 + 5000, capacity: 7680, excess: 2210 });
    expect(full.weeks[0]).toMatchObject({ over: { likely: 105 }, band: { likely: 'heavy' } });
  });
});

describe('a week that explains itself', () => {
  const facts = withOwnHolidays(
    withDeadlines(
      aTeam({
        responsibilities: [
          responsibility(1, { minutesAWeek: 333, organising: true }),
          responsibility(2, { minutesAWeek: 401 }),
        ],
        carried: [
          { person: 1, share: 50 },
          { person: 2, responsibility: 2 },
          { person: 1, responsibility: 2, role: 'substitute' },
          { person: 3, role: 'substitute' },
        ],
      }),
      [
        deadlineWork(1, { shares: [{ personId: me, percent: 33 }], likelyMinutes: 700 }),
        deadlineWork(2, { due: '2026-12-09', shares: [{ personId: me, percent: 100 }] }),
      ],
    ),
    ['2026-11-26'],
  );

  it('W1.12 tells which part comes from what, who it is for and what its time is less', () => {
    const away = withAbsences(facts, [
      { person: 2, from: '2026-11-24', until: '2026-11-26' },
      { person: 1, from: '2026-11-25', until: '2026-11-27' },
    ]);
    const said = explainWeek(away, { personId: me, monday: today, today });
    const week = deriveTeamLoad(away, today).people[0]?.weeks[0];
    // Monday to Wednesday are worked. Of the second one, Tuesday is mine to stand in for and Wednesday nobody's.
    expect(said).toMatchObject({
      recurring: [
        { responsibilityId: theId('responsibility', 2), standsInFor: theId('person', 2), sharePercent: 100 },
        { responsibilityId: theId('responsibility', 1), standsInFor: null, sharePercent: 50, organising: true },
      ],
      deadline: [{ workId: theId('deadlineWork', 1), percent: 100 }],
      less: [
        { because: 'absence', days: ['2026-11-25'], minutes: 480 },
        { because: 'ownHoliday', days: ['2026-11-26'], minutes: 480 },
      ],
      passed: [{ responsibilityId: theId('responsibility', 1), to: theId('person', 3) }],
      wide: [{ workId: theId('deadlineWork', 2) }],
    });
    const sum = (parts: readonly { minutes: number }[] = []) =>
      parts.reduce((total, { minutes }) => total + minutes, 0);
    expect(sum(said?.recurring)).toBe(week?.recurring);
    expect(sum(said?.deadline.map(({ minutes }) => ({ minutes: minutes.likely })))).toBe(week?.deadline.likely);
    expect(sum(said?.less)).toBe((week?.contract ?? 0) - (week?.available ?? 0));
  });

  it('W1.12 tells nothing about who is no member, or about a week that is not one of the twelve', () => {
    expect(explainWeek(facts, { personId: theId('person', 9), monday: today, today })).toBeNull();
    expect(explainWeek(facts, { personId: me, monday: addDays(today, 84), today })).toBeNull();
  });

  it('R11.1 R11.2 is organising, core work and room, for each and for the team', () => {
    const load = deriveTeamLoad(facts, today);
    const { team, people } = deriveMeter(load, 0);
    // 166.5 of organising, and 700 of work that is theirs: 33 % taken, and the rest as the only holder.
    expect(people[0]).toEqual({ personId: me, organising: 167, core: 700, room: 3 * 480 - 867 });
    expect(people[1]).toEqual({ personId: theId('person', 2), organising: 0, core: 401, room: 3 * 480 - 401 });
    expect(team).toEqual({ organising: 167, core: 1101, room: 3 * 3 * 480 - 1268 });
    expect(deriveMeter(load, 12).team).toEqual({ organising: 0, core: 0, room: 0 });
  });
});
