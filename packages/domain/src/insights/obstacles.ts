import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { DomainError } from '../errors.ts';
import type { ObstacleRow, RowChange } from '../feed.ts';
import type { ObstacleId, PersonId } from '../ids.ts';
import { memberIn, newIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';

/** Days in which a team asks an answer: as a form proposes it, at least and at most (rule W6.2). */
export const answerDays = { proposed: 14, least: 3, most: 90 } as const;

/** The longest texts, in characters. */
export const obstacleLimits = { title: 120, body: 2000, answer: 2000, name: 120 } as const;

export type RaiseObstacle = {
  obstacleId: ObstacleId;
  title: string;
  body: string;
  addressedTo: PersonId;
  /** What they are called; the server writes what it knows itself. */
  addressedName: string;
  dueOn: LocalDate;
};

/**
 * A member puts before their management what the team cannot clear itself (rule W6.1). That the addressee leads this team is
 * seen by the server alone (rule W6.3). Throws `badInput` for a day that is too soon or too far, `notAMember`.
 */
export const decideRaiseObstacle = (
  facts: TeamFacts,
  { obstacleId, ...asked }: RaiseObstacle,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  if (asked.dueOn < addDays(today, answerDays.least) || asked.dueOn > addDays(today, answerDays.most))
    throw new DomainError('badInput', { field: 'dueOn' });
  newIn(facts, 'obstacle', [obstacleId]);
  const { title, body, addressedTo, addressedName, dueOn } = asked;
  const after: ObstacleRow = {
    id: obstacleId,
    title,
    body,
    submittedBy: actorId,
    addressedTo,
    addressedName,
    raisedOn: today,
    dueOn,
    state: 'open',
    answer: null,
  };
  return [{ entity: 'obstacle', before: null, after }];
};

/** Throws `obstacleGone` when it is not there or was withdrawn. */
export const obstacleIn = (facts: Pick<TeamFacts, 'obstacle'>, id: ObstacleId): ObstacleRow => {
  const obstacle = facts.obstacle[id];
  if (!obstacle || obstacle.state === 'withdrawn') throw new DomainError('obstacleGone');
  return obstacle;
};

/**
 * Any member takes it back as long as nobody answered (rule W6.4): the team asked it, whoever wrote it down.
 * Throws `obstacleAnswered` (with `by`), `obstacleGone`.
 */
export const decideWithdrawObstacle = (
  facts: TeamFacts,
  input: { obstacleId: ObstacleId },
  { actorId }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  const before = obstacleIn(facts, input.obstacleId);
  if (before.answer) throw new DomainError('obstacleAnswered', { by: before.answer.by });
  return [{ entity: 'obstacle', before, after: { ...before, state: 'withdrawn' } }];
};
