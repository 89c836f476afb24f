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
const obstacleIn = (facts: Pick<TeamFacts, 'obstacle'>, id: ObstacleId): ObstacleRow => {
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

/**
 * Somebody who leads this team answers: once, with the day, for the whole team to read (rule W6.5). Who may is decided by the
 * gate. The same answer again changes nothing. Throws `obstacleAnswered` (with `by`), `obstacleGone`.
 */
export const decideAnswerObstacle = (
  facts: Pick<TeamFacts, 'obstacle'>,
  { obstacleId, body, byName }: { obstacleId: ObstacleId; body: string; byName: string },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = obstacleIn(facts, obstacleId);
  if (before.answer) {
    if (before.answer.by === actorId && before.answer.body === body) return [];
    throw new DomainError('obstacleAnswered', { by: before.answer.by });
  }
  const answer = { by: actorId, byName, body, on: today };
  return [{ entity: 'obstacle', before, after: { ...before, state: 'answered', answer } }];
};

/** What a team asked somebody, or got answered by them, under their new name instead of the one that `was` (rule W6.8). */
export const decideRenameInObstacles = (
  facts: Pick<TeamFacts, 'obstacle'>,
  { personId, was, name }: { personId: PersonId; was: string; name: string },
): RowChange[] => {
  const named = (row: ObstacleRow, as: string): ObstacleRow => ({
    ...row,
    addressedName: row.addressedTo === personId ? as : row.addressedName,
    answer: row.answer?.by === personId ? { ...row.answer, byName: as } : row.answer,
  });
  return Object.values(facts.obstacle)
    .filter(({ addressedTo, answer }) => addressedTo === personId || answer?.by === personId)
    .map((row) => ({ entity: 'obstacle', before: named(row, was), after: named(row, name) }));
};

/** Whether the day has passed by which the team asked an answer (rule W6.6). */
export const isOverdue = (
  { answer, dueOn }: Pick<ObstacleRow, 'dueOn'> & { answer: object | null },
  today: LocalDate,
) => answer === null && dueOn < today;

type Told = Pick<ObstacleRow, 'id' | 'dueOn'> & { answer: { on: LocalDate } | null };

/** What waits for an answer, the earliest day first, and what was answered, the latest first (rule W6.6). */
export const sortObstacles = <Obstacle extends Told>(
  obstacles: readonly Obstacle[],
): { open: Obstacle[]; answered: Obstacle[] } => ({
  open: obstacles
    .filter(({ answer }) => answer === null)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id)),
  answered: obstacles
    .filter(({ answer }) => answer !== null)
    .toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)) || other.id.localeCompare(one.id)),
});

const dayOf = ({ answer }: Told): LocalDate => answer?.on ?? '';
