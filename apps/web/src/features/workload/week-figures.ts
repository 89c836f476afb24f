import { isoWeek } from '@roer/domain/dates';
import type { LoadWeek } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import type { LevelWeek } from '../../ui/level-week.ts';

/** What a week asks in one way that the work may turn out, in minutes: its column. */
export const askedIn = ({ recurring, estimate, deadline }: LoadWeek, scenario: Scenario): number =>
  recurring + estimate + deadline[scenario];

/** A week as the level draws it, in one way that the work may turn out. */
export const levelWeekIn = (week: LoadWeek, scenario: Scenario): LevelWeek => ({
  id: week.monday,
  label: String(isoWeek(week.monday)),
  planned: askedIn(week, scenario),
  available: week.available,
  contract: week.contract,
  over: week.over[scenario],
  band: week.band[scenario],
});
