import { z } from 'zod';
import type { AssignmentId, DuoId, HandoverId, HandoverItemId, NoteId, PersonId, ResponsibilityId } from '../ids.ts';
import { noteLimits } from '../responsibilities/notes.ts';
import { id, localDate, teamCommand } from '../responsibilities/schema.ts';
import { sessionNumbers } from './duo.ts';
import { handoverLimits } from './handover-items.ts';

const responsibilityId = id<'responsibility'>().transform((value): ResponsibilityId => value);
const assignmentId = id<'assignment'>().transform((value): AssignmentId => value);
const personId = id<'person'>().transform((value): PersonId => value);
const handoverId = id<'handover'>().transform((value): HandoverId => value);
const itemId = id<'handoverItem'>().transform((value): HandoverItemId => value);
const duoId = id<'duo'>().transform((value): DuoId => value);
const noteId = id<'note'>().transform((value): NoteId => value);

const words = {
  kind: z.enum(['duty', 'note', 'link', 'deadlineWork', 'pitfall', 'other']),
  subjectId: z.uuid().lowercase().nullable(),
  text: z.string().trim().min(1).max(handoverLimits.text),
};
const handover = teamCommand.extend({ handoverId, responsibilityId });
const item = handover.extend({ itemId });
const duo = teamCommand.extend({ duoId, responsibilityId });
const session = duo.extend({ number: z.literal([...sessionNumbers]) });

/** The input of the commands about handing over, by the name of the procedure. */
export const handoverCommandInputs = {
  startHandovers: teamCommand.extend({
    before: localDate.nullable(),
    handovers: z
      .array(
        z.object({
          handoverId,
          responsibilityId,
          assignmentId,
          receiver: personId.nullable(),
          items: z.array(z.object({ id: itemId, ...words })).max(handoverLimits.items),
        }),
      )
      .min(1)
      .max(handoverLimits.atOnce),
  }),
  changeHandover: handover.extend({ receiver: personId.nullable(), before: localDate.nullable() }),
  receiveHandover: handover,
  declineHandover: handover,
  writeHandoverItem: item.extend({ version: z.int().min(0), ...words }),
  removeHandoverItem: item,
  tickHandoverItem: item.extend({ ticked: z.boolean() }),
  acceptHandover: handover.extend({ assignmentId }),
  returnHandover: handover,
  withdrawHandover: handover,
  proposeDuo: duo.extend({ giver: personId, receiver: personId }),
  agreeDuo: duo,
  withdrawDuo: duo,
  endDuo: duo,
  planDuoSession: session.extend({ plannedOn: localDate.nullable() }),
  writeDuoNote: session.extend({
    noteId,
    version: z.int().min(0),
    title: z.string().trim().min(1).max(noteLimits.title),
    body: z.string().trim().max(noteLimits.body),
  }),
  holdDuoSession: session.extend({ held: z.boolean() }),
};
