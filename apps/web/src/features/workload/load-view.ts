import { useLocation, useSearch } from 'wouter';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { scenarios } from '@roer/domain/workload/scenario';
import type { Scenario } from '@roer/domain/workload/scenario';

/** One week of one person. */
export type ChosenWeek = { personId: PersonId; monday: LocalDate };

/** What is on screen, as the address says it: how the work turns out, a picture or a table, and which week is explained. */
export type LoadView = { scenario: Scenario; asTable: boolean; chosen: ChosenWeek | null };

const isScenario = (text: string | null): text is Scenario => scenarios.some((scenario) => scenario === text);

export const useLoadView = (): { view: LoadView; show: (change: Partial<LoadView>) => void } => {
  const [path, navigate] = useLocation();
  const search = new URLSearchParams(useSearch());
  const scenario = search.get('scenario');
  const [personId, monday] = [search.get('person'), search.get('week')];
  const view: LoadView = {
    scenario: isScenario(scenario) ? scenario : 'likely',
    asTable: search.get('as') === 'table',
    // The address holds any text: who the team does not have, or another day, explains nothing.
    chosen: personId !== null && monday !== null ? { personId: personId as PersonId, monday } : null,
  };
  const show = (change: Partial<LoadView>): void => {
    const next = { ...view, ...change };
    const query = new URLSearchParams();
    if (next.scenario !== 'likely') query.set('scenario', next.scenario);
    if (next.asTable) query.set('as', 'table');
    if (next.chosen) {
      query.set('person', next.chosen.personId);
      query.set('week', next.chosen.monday);
    }
    navigate(query.size === 0 ? path : `${path}?${query}`, { replace: true });
  };
  return { view, show };
};
