import { DomainError } from './errors.ts';
import type { Delivery, RowChange, TeamSnapshot } from './feed.ts';
import { applyChanges } from './feed.ts';
import type { CommandId } from './ids.ts';

/** A command that this browser sent and has not seen in the feed: it is decided again on top of whatever is confirmed. */
export type PendingCommand = {
  commandId: CommandId;
  decide: (facts: TeamSnapshot) => RowChange[];
  /** The command that it takes back: while both are pending, neither is shown. */
  undoes?: CommandId;
};

/** A browser's copy of one team: what the server confirmed, deliveries that came too early, and its own pending commands. */
export type Replica = {
  seq: number;
  confirmed: TeamSnapshot;
  early: readonly Delivery[];
  pending: readonly PendingCommand[];
};

/** What a browser has to ask the server for before its copy is whole again. */
export type Need = 'nothing' | 'changes' | 'snapshot';

export const startReplica = (seq: number, snapshot: TeamSnapshot): Replica => ({
  seq,
  confirmed: snapshot,
  early: [],
  pending: [],
});

/** How many early deliveries of others are kept; more and asking is simpler. */
const earlyLimit = 200;

/**
 * Takes one delivery, in whatever order and however often it comes (rules F1–F3): the next one is applied with those
 * that waited for it, an old one is ignored, a later one waits and asks for what is missing. Pending commands that
 * arrived are no longer pending. A `reset` asks for a new snapshot.
 */
export const receive = (replica: Replica, delivery: Delivery): { replica: Replica; need: Need } => {
  const next =
    delivery.seq <= replica.seq ? settled(replica, delivery.commandId) : drained(keptEarly(replica, delivery));
  return { replica: next, need: needOf(next) };
};

const keptEarly = (replica: Replica, delivery: Delivery): Replica => {
  if (replica.early.some((early) => early.seq === delivery.seq)) return replica;
  const isOwn = ({ commandId }: Delivery): boolean =>
    replica.pending.some((command) => command.commandId === commandId);
  // One's own stay: they are the only word that a pending command arrived.
  const early = [...replica.early, delivery];
  return { ...replica, early: early.filter((each, index) => index >= early.length - earlyLimit || isOwn(each)) };
};

/** Applies the early deliveries that follow without a hole, up to a `reset`. */
const drained = (replica: Replica): Replica => {
  let next = replica;
  for (;;) {
    const following = next.early.find((early) => early.seq === next.seq + 1);
    if (!following || following.action === 'reset') return next;
    next = settled(
      {
        ...next,
        seq: following.seq,
        confirmed: applyChanges(next.confirmed, following.changes),
        early: next.early.filter((early) => early.seq > following.seq),
      },
      following.commandId,
    );
  }
};

const needOf = (replica: Replica): Need => {
  if (replica.early.length === 0) return 'nothing';
  return replica.early.some((early) => early.seq === replica.seq + 1) ? 'snapshot' : 'changes';
};

const settled = (replica: Replica, commandId: CommandId): Replica =>
  replica.pending.some((command) => command.commandId === commandId)
    ? { ...replica, pending: replica.pending.filter((command) => command.commandId !== commandId) }
    : replica;

/** Whether the server is ahead of this copy (rule F4): heads are told every three seconds, so that a lost delivery heals. */
export const isBehind = (replica: Replica, head: number): boolean => head > replica.seq;

/**
 * A fresh snapshot replaces what was confirmed, unless it is older than what is here (rule F5). Early deliveries that it
 * holds settle their commands, those that follow it are applied; other pending commands stay.
 */
export const restart = (replica: Replica, seq: number, snapshot: TeamSnapshot): Replica => {
  if (seq < replica.seq) return replica;
  const held = replica.early.filter((early) => early.seq <= seq);
  const early = replica.early.filter((each) => each.seq > seq);
  const fresh: Replica = { ...replica, seq, confirmed: snapshot, early };
  return drained(held.reduce((next, delivery) => settled(next, delivery.commandId), fresh));
};

/** Adds a command of this browser, to be shown at once. */
export const send = (replica: Replica, command: PendingCommand): Replica => ({
  ...replica,
  pending: [...replica.pending, command],
});

/** Takes back a command that the server refused, or that changed nothing. */
export const forget = (replica: Replica, commandId: CommandId): Replica => settled(replica, commandId);

/**
 * What the person sees: the confirmed team with the pending commands on top (rule F6). A pending command that can no
 * longer be decided changes nothing; the server's answer tells why.
 */
export const shownBy = (replica: Replica): TeamSnapshot =>
  withoutTakenBack(replica.pending).reduce((snapshot, command) => {
    try {
      return applyChanges(snapshot, command.decide(snapshot));
    } catch (error) {
      if (error instanceof DomainError) return snapshot;
      throw error;
    }
  }, replica.confirmed);

/** Pending commands without those that a later one takes back, and without what takes them back (rule F11). */
const withoutTakenBack = (pending: readonly PendingCommand[]): readonly PendingCommand[] => {
  if (!pending.some(({ undoes }) => undoes !== undefined)) return pending;
  const known = new Set(pending.map(({ commandId }) => commandId));
  const takenBack = new Set(
    pending.flatMap(({ undoes }) => (undoes !== undefined && known.has(undoes) ? [undoes] : [])),
  );
  return pending.filter(
    ({ commandId, undoes }) => !takenBack.has(commandId) && !(undoes !== undefined && takenBack.has(undoes)),
  );
};
