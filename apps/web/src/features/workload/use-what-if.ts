import { useEffect, useState } from 'react';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { WhatIf } from '@roer/domain/workload/tried';
import { tryOut, useTries } from '../../live/what-if.ts';
import type { TriedBy } from '../../live/what-if.ts';

export type WhatIfOnScreen = {
  /** What I try out myself; null for nothing. */
  mine: WhatIf | null;
  tryThis: (whatIf: WhatIf | null) => void;
  /** What a colleague tries out at this moment, the latest; not while I try something myself. */
  theirs: TriedBy | null;
  /** What the picture shows; null for the weeks as they are. */
  shown: WhatIf | null;
  /** Whether the reader wants to see the weeks as they are, whatever is tried. */
  asItIs: boolean;
  showAsItIs: (asItIs: boolean) => void;
};

/** What is tried out on the picture of a team, by me or by who looks at it too. Nothing of it is saved (rules WI1–WI4). */
export const useWhatIf = (teamId: TeamId, me: PersonId): WhatIfOnScreen => {
  const [mine, setMine] = useState<WhatIf | null>(null);
  const [asItIs, showAsItIs] = useState(false);
  const others = useTries(teamId).filter(({ personId }) => personId !== me);
  const theirs = mine === null ? (others.at(-1) ?? null) : null;
  useEffect(() => tryOut(mine && { teamId, ...mine }), [teamId, mine]);
  useEffect(() => () => tryOut(null), []);
  const tryThis = (whatIf: WhatIf | null): void => {
    setMine(whatIf && whatIf.moves.length > 0 ? whatIf : null);
    showAsItIs(false);
  };
  return { mine, tryThis, theirs, shown: asItIs ? null : (mine ?? theirs?.whatIf ?? null), asItIs, showAsItIs };
};
