import { useEffect, useState } from 'react';
import { derivePhase } from '@roer/domain/learning/intervisie-clock';
import type { IntervisieClock, PhaseNow } from '@roer/domain/learning/intervisie-clock';
import { elapsed } from '../../live/clock.ts';

const second = 1000;
/** Milliseconds: a timer may come a little early. */
const shortest = 40;

/** Where a room is now by the server's time, told anew each second. `zero` is what that time was when this page began. */
export const useRoomClock = (clock: IntervisieClock, zero: number): PhaseNow => {
  const [at, setAt] = useState(() => zero + elapsed());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const now = zero + elapsed();
      setAt(now);
      const here = derivePhase(clock, now);
      // When the next second begins, as it is shown.
      const rest = here.state === 'running' ? here.left % second : 0;
      timer = setTimeout(look, Math.max(shortest, rest === 0 ? second : rest));
    };
    look();
    return () => clearTimeout(timer);
  }, [clock, zero]);
  return derivePhase(clock, at);
};
