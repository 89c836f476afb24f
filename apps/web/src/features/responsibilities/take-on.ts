import { createContext, use } from 'react';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import type { Outcome } from '../../live/apply.ts';

/** Work that somebody is about to take on. */
export type TakenOn = {
  teamId: TeamId;
  /** What it is called. */
  title: string;
  /** The team as it would be; throws a DomainError when it cannot be. */
  after: (snapshot: TeamSnapshot) => TeamSnapshot;
  /** Takes it on. */
  go: () => Promise<Pick<Outcome, 'ok'>>;
};

/** Without a door everything goes on at once. */
export const TakeOnContext = createContext<(taken: TakenOn) => void>(({ go }) => void go());

/**
 * The door through which everything passes that adds to one's own work (rule W2.9): when a week would be fuller than one's hours
 * it asks what makes room, and else it lets it through. It never says no.
 */
export const useTakeOn = (): ((taken: TakenOn) => void) => use(TakeOnContext);
