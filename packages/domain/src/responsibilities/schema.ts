import { z } from 'zod';
import type {
  AreaId,
  AssignmentId,
  CatalogueItemId,
  CommandId,
  Id,
  OfferId,
  PersonId,
  ResponsibilityId,
  TeamId,
} from '../ids.ts';
import type { Criticality } from '../feed.ts';

/** Reads an id. The brand exists only for the compiler. */
export const id = <Kind extends string>() =>
  z
    .uuid()
    .lowercase()
    .transform((value) => value as Id<Kind>);

/** Every command on a team names the team and carries a number that the client chose, so that a retry is not done twice. */
export const teamCommand = z.object({
  commandId: id<'command'>().transform((value): CommandId => value),
  teamId: id<'team'>().transform((value): TeamId => value),
});

const responsibilityId = id<'responsibility'>().transform((value): ResponsibilityId => value);
const areaId = id<'area'>().transform((value): AreaId => value);
const assignmentId = id<'assignment'>().transform((value): AssignmentId => value);
const offerId = id<'offer'>().transform((value): OfferId => value);
const personId = id<'person'>().transform((value): PersonId => value);
const catalogueItemId = id<'catalogueItem'>().transform((value): CatalogueItemId => value);
const sharePercent = z.int().min(1).max(100);

export const limits = {
  title: 120,
  purpose: 2000,
  areaName: 80,
  minutesAWeek: 60 * 60,
  responsibilitiesAtOnce: 300,
} as const;

const areaName = z.string().trim().min(1).max(limits.areaName);
const criticality = z.union([z.literal(1), z.literal(2), z.literal(3)]).transform((value): Criticality => value);

export const responsibilityText = z.object({
  areaId,
  title: z.string().trim().min(1).max(limits.title),
  purpose: z.string().trim().max(limits.purpose),
  criticality,
  minutesAWeek: z.int().min(0).max(limits.minutesAWeek),
  season: z.array(z.int().min(0).max(1000)).length(12),
});

export const takeOverInput = teamCommand.extend({
  responsibilityId,
  role: z.enum(['holder', 'substitute']),
  sharePercent,
  assignmentId,
});
export const giveBackInput = teamCommand.extend({ responsibilityId, assignmentId });
export const changeShareInput = teamCommand.extend({ responsibilityId, assignmentId, sharePercent });
export const makeOfferInput = teamCommand.extend({
  responsibilityId,
  offerId,
  assignmentId,
  kind: z.enum(['give', 'take']),
  toPersonId: personId,
  sharePercent,
});
export const acceptOfferInput = teamCommand.extend({ responsibilityId, offerId, assignmentId });
export const answerOfferInput = teamCommand.extend({ responsibilityId, offerId });
export const addResponsibilitiesInput = teamCommand.extend({
  areas: z.array(z.object({ id: areaId, name: areaName, order: z.int().min(0).max(10_000) })).max(100),
  responsibilities: z
    .array(responsibilityText.extend({ id: responsibilityId, catalogueItemId: catalogueItemId.nullable() }))
    .min(1)
    .max(limits.responsibilitiesAtOnce),
});
export const editResponsibilityInput = teamCommand.extend({
  responsibilityId,
  version: z.int().min(1),
  text: responsibilityText,
});
export const responsibilityInput = teamCommand.extend({ responsibilityId });
export const createAreaInput = teamCommand.extend({ id: areaId, name: areaName });
export const renameAreaInput = teamCommand.extend({ areaId, name: areaName });
export const removeAreaInput = teamCommand.extend({ areaId });
export const undoInput = teamCommand.extend({ undoes: id<'command'>().transform((value): CommandId => value) });
