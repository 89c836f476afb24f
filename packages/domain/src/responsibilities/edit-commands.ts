import { aboutOne, commandGroup, commandKind } from './command-kind.ts';
import {
  decideAddResponsibilities,
  decideCloseResponsibility,
  decideEditResponsibility,
  decideReopenResponsibility,
} from './edit.ts';

/** What a team is about. */
export const editCommands = commandGroup({
  add: commandKind<Parameters<typeof decideAddResponsibilities>[1]>({
    permission: 'responsibility.write',
    action: ({ responsibilities }) =>
      responsibilities.some((row) => row.catalogueItemId) ? 'responsibility.adopt' : 'responsibility.create',
    decide: decideAddResponsibilities,
  }),
  edit: commandKind({
    permission: 'responsibility.write',
    action: 'responsibility.edit',
    about: aboutOne,
    decide: decideEditResponsibility,
  }),
  close: commandKind({
    permission: 'responsibility.write',
    action: 'responsibility.close',
    about: aboutOne,
    // What a giver wrote for a handover becomes notes when it ends (rule R6.8).
    reads: ['duty', 'note'],
    decide: decideCloseResponsibility,
  }),
  reopen: commandKind({
    permission: 'responsibility.write',
    action: 'responsibility.reopen',
    about: aboutOne,
    decide: decideReopenResponsibility,
  }),
});
