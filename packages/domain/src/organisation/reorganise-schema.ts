import { z } from 'zod';
import type { CommandId, ReorganisationId } from '../ids.ts';
import { id, localDate } from '../responsibilities/schema.ts';
import { organisationLimits } from './schema.ts';

export const reorganisationLimits = { steps: 40, peopleAtOnce: 60 } as const;

const command = z.object({ commandId: id<'command'>().transform((value): CommandId => value) });
const teamId = id<'team'>();
const personId = id<'person'>();
const name = z.string().trim().min(1).max(organisationLimits.name);

const reorganisationStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moveTeam'), teamId, domainId: id<'domain'>() }),
  z.object({ kind: z.literal('merge'), teamId, into: teamId }),
  z.object({
    kind: z.literal('split'),
    teamId,
    newTeamId: teamId,
    name,
    personIds: z.array(personId).min(1).max(reorganisationLimits.peopleAtOnce),
  }),
  z.object({ kind: z.literal('close'), teamId, into: teamId.nullable() }),
  z.object({ kind: z.literal('movePerson'), teamId, into: teamId, personId }),
]);

const reorganisationSteps = z.array(reorganisationStep).min(1).max(reorganisationLimits.steps);
const reorganisationId = id<'reorganisation'>().transform((value): ReorganisationId => value);

/** A plan as it is typed: its name, the day on which it holds, and its steps. */
const plan = z.object({ name, effectiveOn: localDate, steps: reorganisationSteps });

export const previewReorganisationInput = plan.pick({ effectiveOn: true, steps: true });
/** `version` is of the plan that was opened; 0 for a new one. `announce`: the teams see it, and it is carried out on its day. */
export const saveReorganisationInput = command.extend({
  reorganisationId,
  version: z.int().min(0),
  announce: z.boolean(),
  ...plan.shape,
});
export const reorganisationInput = z.object({ reorganisationId });
export const changeReorganisationInput = command.extend({ reorganisationId, version: z.int().min(1) });
export const reorganisationOfTeamInput = z.object({ teamId });
