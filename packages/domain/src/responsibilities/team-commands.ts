import type { TeamPermission } from '../access/may.ts';
import type { RowChange, SnapshotPart } from '../feed.ts';
import type { TeamAction } from '../team-actions.ts';
import type { ResponsibilityId } from '../ids.ts';
import { duoCommands } from '../learning/duo-commands.ts';
import { handoverCommands } from '../learning/handover-commands.ts';
import { coverCommands } from '../learning/cover-commands.ts';
import { obstacleCommands } from '../insights/obstacle-commands.ts';
import { absenceCommands } from './absence-commands.ts';
import { areaCommands } from './area-commands.ts';
import { carryCommands } from './carry-commands.ts';
import { dutyCommands } from './duty-commands.ts';
import { editCommands } from './edit-commands.ts';
import { helpCommands } from './help-commands.ts';
import { noteCommands } from './note-commands.ts';
import { deadlineWorkCommands } from '../workload/deadline-work-commands.ts';
import { overloadCommands } from '../workload/overload-commands.ts';
import { transferCommands } from '../workload/transfer-commands.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';

/**
 * One command on a team as data: who may do it, how it is decided, what it is called in the feed, and which rows it has to
 * look at. The api makes a procedure of it, a browser its optimistic half, and a queue on a device can keep it by name.
 */
export type TeamCommandKind<Input> = {
  permission: TeamPermission;
  action: TeamAction | ((input: Input) => TeamAction);
  /** The responsibilities whose rows it looks at; all of the team when it is left out. */
  about?: (input: Input) => readonly ResponsibilityId[];
  /** Rows beside those that carrying is about (`carryingEntities`). */
  reads?: readonly SnapshotPart[];
  decide: (facts: TeamFacts, input: Input, context: DecisionContext) => RowChange[];
};

/** What every command reads. */
export const carryingEntities = [
  'team',
  'member',
  'area',
  'responsibility',
  'assignment',
  'offer',
  'delegation',
  'deadlineWork',
  'transfer',
  'handover',
  'duo',
  'coverLevel',
  'leaveIntent',
  'heldBefore',
] as const satisfies readonly SnapshotPart[];

/** Every command of a team, by the name of its procedure. Undo is apart: it looks at what was done. */
export const teamCommands = {
  ...carryCommands,
  ...editCommands,
  ...areaCommands,
  ...dutyCommands,
  ...absenceCommands,
  ...helpCommands,
  ...noteCommands,
  ...deadlineWorkCommands,
  ...transferCommands,
  ...overloadCommands,
  ...obstacleCommands,
  ...handoverCommands,
  ...duoCommands,
  ...coverCommands,
};

export type TeamCommandName = keyof typeof teamCommands;
export type TeamCommandInput<Name extends TeamCommandName> = Parameters<(typeof teamCommands)[Name]['decide']>[1];

/** A command by its name, for who gets name and input from elsewhere: the input belongs to that name. */
export const teamCommandKind = <Name extends TeamCommandName>(name: Name): TeamCommandKind<TeamCommandInput<Name>> =>
  // The table is checked entry by entry where it is written; TypeScript cannot follow that through the union of names.
  teamCommands[name] as unknown as TeamCommandKind<TeamCommandInput<Name>>;
