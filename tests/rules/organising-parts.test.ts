import { expect, it } from 'vitest';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import { deriveMeter } from '@roer/domain/workload/organising';
import { organisingParts } from '@roer/domain/workload/organising-parts';
import { withAbsences } from './load-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const team = aTeam({
  responsibilities: [
    responsibility(1, { minutesAWeek: 120, organising: true }),
    responsibility(2, { minutesAWeek: 300, organising: true }),
    responsibility(3, { minutesAWeek: 600 }),
    responsibility(4, { minutesAWeek: 60, organising: true, closedOn: today }),
  ],
  carried: [
    { person: 1, responsibility: 1 },
    { person: 2, responsibility: 2, share: 60 },
    { person: 3, responsibility: 2, share: 40 },
    { person: 1, responsibility: 3 },
    { person: 1, responsibility: 4 },
  ],
});

it('R11.3 tells what organising is made of, the most first, and together it is the organising of the team', () => {
  const parts = organisingParts(team, { today, week: 0 });
  expect(parts).toEqual([
    { responsibilityId: theId('responsibility', 2), minutes: 300 },
    { responsibilityId: theId('responsibility', 1), minutes: 120 },
  ]);
  const { organising } = deriveMeter(deriveTeamLoad(team, today), 0).team;
  expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(organising);
});

it('R11.3 is about the week that is asked: what stands still in it takes no time', () => {
  const away = withAbsences(team, [{ person: 1, from: '2026-11-30', until: '2026-12-07' }]);
  expect(organisingParts(away, { today, week: 0 })).toHaveLength(2);
  expect(organisingParts(away, { today, week: 1 })).toEqual([
    { responsibilityId: theId('responsibility', 2), minutes: 300 },
  ]);
});
