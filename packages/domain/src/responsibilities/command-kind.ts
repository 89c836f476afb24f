import type { ResponsibilityId } from '../ids.ts';
import type { TeamAction } from '../team-actions.ts';
import type { TeamCommandKind } from './team-commands.ts';

/** Checks one entry of the table of commands and keeps the type of its input. */
export const commandKind = <Input>(kind: TeamCommandKind<Input>): TeamCommandKind<Input> => kind;

type Named<Group> = { readonly [Name in keyof Group]: Group[Name] & { readonly name: Name } };

/**
 * Commands that are wanted together, each with the name of its procedure. Whoever makes one imports its group, so that
 * how all others are decided need not be there.
 */
export const commandGroup = <Group extends Record<string, TeamCommandKind<never>>>(group: Group): Named<Group> =>
  // Every entry stays what it was, with its own key beside it, which TypeScript cannot follow through `fromEntries`.
  Object.fromEntries(Object.entries(group).map(([name, kind]) => [name, { ...kind, name }])) as Named<Group>;

export const actionOf = <Input>({ action }: TeamCommandKind<Input>, input: Input): TeamAction =>
  typeof action === 'function' ? action(input) : action;

/** For commands about one responsibility. */
export const aboutOne = ({ responsibilityId }: { responsibilityId: ResponsibilityId }): readonly ResponsibilityId[] => [
  responsibilityId,
];
