import { useMemo } from 'react';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import type { TeamLoad } from '@roer/domain/workload/load';
import type { WhatIf } from '@roer/domain/workload/tried';
import { withMoves } from '@roer/domain/workload/what-if';

/** A team with its twelve weeks. */
export type TeamPicture = { snapshot: TeamSnapshot; load: TeamLoad };

/** The twelve weeks as they are, and with what is tried out: the same when nothing is. */
export const useTeamPicture = (
  snapshot: TeamSnapshot,
  { today, tried }: { today: LocalDate; tried: WhatIf | null },
): { now: TeamPicture; after: TeamPicture } => {
  const now = useMemo(() => ({ snapshot, load: deriveTeamLoad(snapshot, today) }), [snapshot, today]);
  const after = useMemo(() => {
    if (!tried) return now;
    const moved = withMoves(snapshot, tried.moves, { ...tried, today });
    return { snapshot: moved, load: deriveTeamLoad(moved, today) };
  }, [now, snapshot, tried, today]);
  return { now, after };
};
