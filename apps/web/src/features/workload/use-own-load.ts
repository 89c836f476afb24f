import { useMemo } from 'react';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { deriveOwnLoad, organisingForecast } from '@roer/domain/workload/own-load';
import type { OrganisingEstimate, OwnLoad } from '@roer/domain/workload/own-load';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import { useOrganisingWeeks } from './organising-weeks.ts';

type Given = { teams: readonly KnownTeam[]; me: PersonId; today: LocalDate };

/** My twelve weeks over all my teams, and what I wrote down about organising. For my own eyes only (rules W1.3, W1.11). */
export const useOwnLoad = ({
  teams,
  me,
  today,
}: Given): { load: OwnLoad; estimates: readonly OrganisingEstimate[] | undefined; usual: number } => {
  const estimates = useOrganisingWeeks();
  return useMemo(() => {
    const snapshots = teams.map(({ snapshot }) => snapshot);
    return {
      load: deriveOwnLoad(snapshots, { personId: me, today, estimates: estimates ?? [] }),
      estimates,
      usual: organisingForecast(estimates ?? [], today),
    };
  }, [teams, me, today, estimates]);
};
