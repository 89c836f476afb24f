import type { QueryClient } from '@tanstack/react-query';
import type { Actor } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import { deriveOwnLoad } from '@roer/domain/workload/own-load';
import { answeredWithin } from '../../live/answered-within.ts';
import { today } from '../../live/clock.ts';
import { teamNow } from '../../live/team.ts';
import type { TakenOn } from '../responsibilities/take-on.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import { knownOrganisingWeeks } from './organising-weeks.ts';
import { overloadIn } from './overload-in.ts';
import type { Overload, Whose } from './overload-in.ts';

/** What is asked when a week gets too full: the week, my teams as they are and as they would be, and whose weeks they are. */
export type OverloadQuestion = {
  taken: TakenOn;
  overload: Overload;
  before: readonly KnownTeam[];
  after: readonly KnownTeam[];
  whose: Whose;
};

/** Longer and it is looked at without the teams that are not here. */
const patience = 1500;

/** The question that taking this on asks; null when everything fits, or when it cannot be taken on at all. */
export const questionFor = async (
  taken: TakenOn,
  { client, actor }: { client: QueryClient; actor: Actor },
): Promise<OverloadQuestion | null> => {
  const found = await Promise.all(actor.memberships.map((membership) => knownTeam(client, membership)));
  const before = found.flatMap((team) => team ?? []);
  const whose = { personId: actor.personId, today: today(), estimates: knownOrganisingWeeks(client) };
  try {
    const after = before.map((team) =>
      team.teamId === taken.teamId ? { ...team, snapshot: taken.after(team.snapshot) } : team,
    );
    const [loadBefore, loadAfter] = [before, after].map((teams) =>
      deriveOwnLoad(
        teams.map(({ snapshot }) => snapshot),
        whose,
      ),
    );
    const overload = loadBefore && loadAfter ? overloadIn(loadBefore, loadAfter) : null;
    // Who has no hours here cannot have too few of them.
    if (!overload || !loadAfter?.weeks.some(({ contract }) => contract > 0)) return null;
    return { taken, overload, before, after, whose };
  } catch (error) {
    // It will be refused, and said where it happens.
    if (error instanceof DomainError) return null;
    throw error;
  }
};

const knownTeam = async (
  client: QueryClient,
  { teamId, teamName }: Actor['memberships'][number],
): Promise<KnownTeam | null> => {
  try {
    return { teamId, teamName, snapshot: await answeredWithin(patience, teamNow(client, teamId)) };
  } catch {
    return null;
  }
};
