import type { ResponsibilityId } from '../ids.ts';
import type { TeamCommandKind } from './team-commands.ts';

/** Checks one entry of the table of commands and keeps the type of its input. */
export const commandKind = <Input>(kind: TeamCommandKind<Input>): TeamCommandKind<Input> => kind;

/** For commands about one responsibility. */
export const aboutOne = ({ responsibilityId }: { responsibilityId: ResponsibilityId }): readonly ResponsibilityId[] => [
  responsibilityId,
];
