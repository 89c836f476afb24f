import type { QueryClient } from '@tanstack/react-query';
import { emptySnapshot } from '@roer/domain/feed';
import { stillOfUse } from '@roer/domain/still-of-use';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import type { Replica } from '@roer/domain/replica';
import { today } from './clock.ts';
import { keepHere, recallHere, removeHere } from './device.ts';
import { draftPrefix } from './kept-drafts.ts';

/** Milliseconds in which changes of a team are kept together. */
const writeEvery = 1500;
const prefix = 'team.';

/** The team as it was when it was last seen here; undefined when it never was. */
export const keptTeam = async (teamId: TeamId): Promise<{ seq: number; snapshot: TeamSnapshot } | undefined> => {
  // Written below alone.
  const kept = (await recallHere(prefix + teamId)) as { seq: number; snapshot: TeamSnapshot } | undefined;
  return kept && { seq: kept.seq, snapshot: stillOfUse({ ...emptySnapshot(), ...kept.snapshot }, today()) };
};

/** Of teams that this person is not in (any more) nothing stays; nor of what was being written, which may be about one. */
export const keepOnlyTeams = (teamIds: readonly TeamId[]): Promise<void> =>
  dropTeams((name) => !teamIds.some((teamId) => name === prefix + teamId));

const dropTeams = async (isLost: (name: string) => boolean): Promise<void> => {
  let isAnyLost = false;
  await removeHere((name) => {
    const isGone = name.startsWith(prefix) && isLost(name);
    isAnyLost ||= isGone;
    return isGone;
  });
  if (isAnyLost) await removeHere((name) => name.startsWith(draftPrefix));
};

/** Keeps what is confirmed of every team that is read, a moment after it changed. Gives the way to stop. */
export const keepTeams = (client: QueryClient): (() => void) => {
  const written = new Map<string, number>();
  const waiting = new Map<string, Replica>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const [teamId, { seq, confirmed }] of waiting) {
      written.set(teamId, seq);
      void keepHere(prefix + teamId, { seq, snapshot: confirmed });
    }
    waiting.clear();
  };
  const keep = (teamId: string, replica: Replica | undefined): void => {
    if (!replica || written.get(teamId) === replica.seq) return;
    waiting.set(teamId, replica);
    timer ??= setTimeout(write, writeEvery);
  };
  const stop = client.getQueryCache().subscribe(({ type, query }) => {
    const [kind, teamId] = query.queryKey;
    if (kind !== 'team' || typeof teamId !== 'string') return;
    if (type === 'removed') {
      // A right ended, or somebody signed out.
      waiting.delete(teamId);
      written.delete(teamId);
      void dropTeams((name) => name === prefix + teamId);
    }
    // Under this key there is a replica alone.
    if (type === 'updated') keep(teamId, query.state.data as Replica | undefined);
  });
  // What was read before this was loaded is not told any more.
  for (const [[, teamId], replica] of client.getQueriesData<Replica>({ queryKey: ['team'] })) {
    if (typeof teamId === 'string') keep(teamId, replica);
  }
  addEventListener('pagehide', write);
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener('pagehide', write);
  };
};
