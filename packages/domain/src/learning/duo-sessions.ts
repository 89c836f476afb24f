import { DomainError } from '../errors.ts';
import type { RowChange } from '../feed.ts';
import type { DuoRow, DuoSession } from './handover-rows.ts';
import type { NoteId } from '../ids.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { memberIn, openResponsibilityIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';
import { decideWriteNote } from '../responsibilities/notes.ts';
import type { NoteText } from '../responsibilities/notes.ts';
import { duoFor } from './duo.ts';
import type { SessionNumber, WhichDuo } from './duo.ts';

/** The furthest day on which a session is planned, in days. */
const furthest = 366;

type WhichSession = WhichDuo & { number: SessionNumber };

const sessionIn = ({ sessions }: DuoRow, number: SessionNumber): DuoSession => {
  const session = sessions.find((each) => each.number === number);
  if (!session) throw new DomainError('notFound');
  return session;
};

const withSession = (before: DuoRow, session: DuoSession): DuoRow => ({
  ...before,
  sessions: before.sessions.map((each) => (each.number === session.number ? session : each)),
});

/**
 * Either of the two says on which day they sit together, or takes that day back (rule L4.3). Throws `badInput` (field `plannedOn`) for a
 * day that passed or is more than a year ahead, and for a session that was held; `notAllowed` to anybody else, `handoverGone`.
 */
export const decidePlanDuoSession = (
  facts: TeamFacts,
  input: WhichSession & { plannedOn: LocalDate | null },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = duoFor(facts, { ...input, state: ['running'] }, actorId);
  const session = sessionIn(before, input.number);
  const { plannedOn } = input;
  if (session.plannedOn === plannedOn) return [];
  if (session.heldOn !== null || (plannedOn !== null && (plannedOn < today || plannedOn > addDays(today, furthest))))
    throw new DomainError('badInput', { field: 'plannedOn' });
  return [{ entity: 'duo', before, after: withSession(before, { ...session, plannedOn }) }];
};

/**
 * Either of the two writes down what they hear, as one note a session at the responsibility (rule L4.4): a new one (`version` 0), or it is
 * changed on condition of the version that was read. Throws `changedMeanwhile` also when the other began that note meanwhile, and
 * what writing a note throws; `notAllowed` to anybody else, `handoverGone`.
 */
export const decideWriteDuoNote = (
  facts: TeamFacts,
  input: WhichSession & { noteId: NoteId; version: number } & Pick<NoteText, 'title' | 'body'>,
  context: DecisionContext,
): RowChange[] => {
  const before = duoFor(facts, { ...input, state: ['running', 'ended'] }, context.actorId);
  const session = sessionIn(before, input.number);
  const { noteId, responsibilityId, version, title, body } = input;
  const known = session.noteId && facts.note[session.noteId];
  if (version === 0 && known) throw new DomainError('changedMeanwhile');
  if (version > 0 && session.noteId !== noteId) throw new DomainError('notFound');
  const text = { title, body, url: known ? known.url : null };
  const written = decideWriteNote(facts, { noteId, responsibilityId, version, ...text }, context);
  if (session.noteId === noteId) return written;
  return [...written, { entity: 'duo', before, after: withSession(before, { ...session, noteId }) }];
};

/**
 * Either of the two says that they held a session, or that they did not after all (rule L4.5). With the fifth the duo is done (L4.6).
 * Throws `notAllowed` to anybody else, `handoverGone`.
 */
export const decideHoldDuoSession = (
  facts: TeamFacts,
  input: WhichSession & { held: boolean },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = duoFor(facts, { ...input, state: ['running', 'ended'] }, actorId);
  const session = sessionIn(before, input.number);
  if ((session.heldOn !== null) === input.held) return [];
  if (before.state === 'ended' && !isComplete(before)) throw new DomainError('handoverGone');
  const changed = withSession(before, { ...session, heldOn: input.held ? today : null });
  const isDone = isComplete(changed);
  if (before.state === 'ended') {
    openResponsibilityIn(facts, before.responsibilityId);
    memberIn(facts, before.giver);
    memberIn(facts, before.receiver);
  }
  const after: DuoRow = { ...changed, state: isDone ? 'ended' : 'running', endedOn: isDone ? today : null };
  return [{ entity: 'duo', before, after }];
};

/** Whether all five were held. */
export const isComplete = ({ sessions }: Pick<DuoRow, 'sessions'>): boolean =>
  sessions.every(({ heldOn }) => heldOn !== null);

/** The session that comes next: the first that was not held. Null when all of them were. */
export const nextSession = ({ sessions }: Pick<DuoRow, 'sessions'>): DuoSession | null =>
  sessions.find(({ heldOn }) => heldOn === null) ?? null;
