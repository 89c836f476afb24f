import type { ResponsibilityId } from '../ids.ts';
import { aboutOne, commandGroup, commandKind } from './command-kind.ts';
import {
  decideCreateDuty,
  decideEditDuty,
  decideEndDuty,
  decideMoveOccurrence,
  decideReopenOccurrence,
  decideResumeDuty,
  decideSettleOccurrence,
} from './duties.ts';

type About<Input> = Input & { responsibilityId: ResponsibilityId };
const writing = { permission: 'duty.write', about: aboutOne, reads: ['duty'] } as const;
const settling = { permission: 'duty.settle', about: aboutOne, reads: ['duty', 'occurrence'] } as const;

/** What recurs, and what was done of it. */
export const dutyCommands = commandGroup({
  createDuty: commandKind<Parameters<typeof decideCreateDuty>[1]>({
    ...writing,
    action: 'duty.create',
    decide: decideCreateDuty,
  }),
  editDuty: commandKind<About<Parameters<typeof decideEditDuty>[1]>>({
    ...writing,
    action: 'duty.edit',
    decide: decideEditDuty,
  }),
  endDuty: commandKind<About<Parameters<typeof decideEndDuty>[1]>>({
    ...writing,
    action: 'duty.end',
    decide: decideEndDuty,
  }),
  resumeDuty: commandKind<About<Parameters<typeof decideResumeDuty>[1]>>({
    ...writing,
    action: 'duty.resume',
    decide: decideResumeDuty,
  }),
  settleOccurrence: commandKind<Parameters<typeof decideSettleOccurrence>[1]>({
    ...settling,
    action: 'occurrence.settle',
    decide: decideSettleOccurrence,
  }),
  moveOccurrence: commandKind<Parameters<typeof decideMoveOccurrence>[1]>({
    ...settling,
    action: 'occurrence.move',
    decide: decideMoveOccurrence,
  }),
  reopenOccurrence: commandKind<Parameters<typeof decideReopenOccurrence>[1]>({
    ...settling,
    action: 'occurrence.reopen',
    decide: decideReopenOccurrence,
  }),
});
