import type { DomainErrorDetail } from './errors.ts';
import type { Entity, Rows, TeamSnapshot } from './feed.ts';
import type { CommandId, TeamId } from './ids.ts';
import type { PendingCommand } from './replica.ts';
import type { DecisionContext } from './responsibilities/facts.ts';
import { teamCommandKind, teamCommands } from './responsibilities/team-commands.ts';
import type { TeamCommandName } from './responsibilities/team-commands.ts';

/** A command as a device keeps it until the server answers. `at` is when it was given, in epoch milliseconds. */
export type QueuedCommand = {
  commandId: CommandId;
  teamId: TeamId;
  name: TeamCommandName | 'undo';
  input: object;
  context: DecisionContext;
  at: number;
  /** What it is about, in the team's own words, for when it can no longer be looked up. */
  title: string | null;
  /** The row that was on screen when somebody wrote another version of it; null for what is no edit. */
  seen: Rows[Entity] | null;
  /** Whether a try stayed without an answer: whoever gave it may have left since, and does not wait for a sentence. */
  waited: boolean;
};

/** Why the server refused; the codes of errors, as they were when it did. */
export type KeptFailure = { code: string; detail: DomainErrorDetail };
export type RefusedCommand = QueuedCommand & { failure: KeptFailure };

/** What one person did on one device: what waits to be sent, in order, and what could no longer be done. */
export type OfflineQueue = { waiting: readonly QueuedCommand[]; refused: readonly RefusedCommand[] };

/** Everything that can happen to a queue. Each may come twice, late, or from another window. */
export type QueueEvent =
  | { what: 'given'; command: QueuedCommand }
  /** A try of this team's first command stayed without an answer. */
  | { what: 'unreached'; teamId: TeamId }
  /** It was done, or changed nothing; by an answer or by the feed. */
  | { what: 'done'; commandId: CommandId }
  /** `told`: who gave it is still there and hears why, so that it need not be kept. */
  | { what: 'refused'; commandId: CommandId; failure: KeptFailure; told: boolean }
  | { what: 'dismissed'; commandId: CommandId }
  /** The teams that this person is in; of others nothing stays on a device. */
  | { what: 'teams'; teamIds: readonly TeamId[] };

export const emptyQueue: OfflineQueue = { waiting: [], refused: [] };

const without = <Command extends QueuedCommand>(commands: readonly Command[], commandId: CommandId): Command[] =>
  commands.filter((command) => command.commandId !== commandId);

/** The queue after an event (rules F8–F12). What it already knows, or knows nothing of, changes nothing. */
export const afterEvent = (queue: OfflineQueue, event: QueueEvent): OfflineQueue => {
  const { waiting, refused } = queue;
  switch (event.what) {
    case 'given': {
      const known = waiting.some(({ commandId }) => commandId === event.command.commandId);
      return known ? queue : { waiting: [...waiting, event.command], refused };
    }
    case 'unreached':
      return {
        waiting: waiting.map((each) => (each.teamId === event.teamId ? { ...each, waited: true } : each)),
        refused,
      };
    case 'done':
      return { waiting: without(waiting, event.commandId), refused: without(refused, event.commandId) };
    case 'refused':
      return afterRefusal(queue, event);
    case 'dismissed':
      return { waiting, refused: without(refused, event.commandId) };
    case 'teams': {
      const stays = ({ teamId }: QueuedCommand): boolean => event.teamIds.includes(teamId);
      return { waiting: waiting.filter(stays), refused: refused.filter(stays) };
    }
  }
};

const afterRefusal = (
  { waiting, refused }: OfflineQueue,
  event: Extract<QueueEvent, { what: 'refused' }>,
): OfflineQueue => {
  const { commandId, failure } = event;
  const command = waiting.find((each) => each.commandId === commandId);
  if (!command) return { waiting, refused };
  // Taking back what never happened needs no sending (rule F11).
  const left = without(waiting, commandId).filter((each) => undoneBy(each) !== commandId);
  const isTold = event.told && !command.waited;
  const isTakenBack = left.length < waiting.length - 1;
  return { waiting: left, refused: isTold || isTakenBack ? refused : [...refused, { ...command, failure }] };
};

/** The command that may be sent now: the first of its team (rule F9); undefined when nothing of it waits. */
export const nextOf = (queue: OfflineQueue, teamId: TeamId): QueuedCommand | undefined =>
  queue.waiting.find((command) => command.teamId === teamId);

/** The teams that something waits for, each once, in the order of what was done. */
export const teamsWaiting = (queue: OfflineQueue): TeamId[] => [
  ...new Set(queue.waiting.map((command) => command.teamId)),
];

const undoneBy = ({ name, input }: QueuedCommand): CommandId | undefined =>
  name === 'undo' && 'undoes' in input
    ? // An undo is only ever made with the number of a command.
      (input.undoes as CommandId)
    : undefined;

/** A kept command as a replica shows it (rule F6): decided again by its name and input, on whatever is confirmed. */
export const pendingOf = (command: QueuedCommand): PendingCommand => {
  const { commandId, name, input, context } = command;
  const undoes = undoneBy(command);
  if (name === 'undo' || !(name in teamCommands))
    return { commandId, decide: () => [], ...(undoes === undefined ? {} : { undoes }) };
  const kind = teamCommandKind(name);
  // Name and input were put together where both were typed.
  return { commandId, decide: (facts) => kind.decide(facts, input as never, context) };
};

/** The edits that stand on a version, with the rows and the part of their input that they write. */
const versioned: Record<string, { entity: Entity; id: string }> = {
  edit: { entity: 'responsibility', id: 'responsibilityId' },
  editDuty: { entity: 'duty', id: 'dutyId' },
  writeNote: { entity: 'note', id: 'noteId' },
  writeDuoNote: { entity: 'note', id: 'noteId' },
  editDeadlineWork: { entity: 'deadlineWork', id: 'workId' },
};

const textOf = (input: object, key: string): string | undefined => {
  const value: unknown = Object.entries(input).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : undefined;
};

/** The row that an edit is another version of, as it is in this team; null for what is no edit of anything there. */
export const rowOfEdit = (
  snapshot: TeamSnapshot,
  { name, input }: Pick<QueuedCommand, 'name' | 'input'>,
): Rows[Entity] | null => {
  const about = versioned[name];
  const id = about && textOf(input, about.id);
  return (about && id !== undefined && snapshot[about.entity][id]) || null;
};

/** The title of the responsibility or obstacle that a command is about, as its team sees it; null when it is about none. */
export const titleOf = (snapshot: TeamSnapshot, input: object): string | null => {
  const obstacleId = textOf(input, 'obstacleId');
  if (obstacleId !== undefined) return snapshot.obstacle[obstacleId]?.title ?? textOf(input, 'title') ?? null;
  const id = textOf(input, 'responsibilityId');
  return (id !== undefined && snapshot.responsibility[id]?.title) || null;
};
