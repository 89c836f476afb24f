import { z } from 'zod';
import type {
  AbsenceId,
  AreaId,
  AssignmentId,
  CatalogueItemId,
  CommandId,
  DelegationId,
  DutyId,
  HelpId,
  Id,
  NoteId,
  ObstacleId,
  OfferId,
  PersonId,
  ResponsibilityId,
  TeamId,
} from '../ids.ts';
import type { Criticality } from '../feed.ts';
import { obstacleLimits } from '../insights/obstacles.ts';
import { noteLimits } from './notes.ts';
import { longestHelpText } from './help.ts';
import { everRecurs, isRule } from './recurrence.ts';
import { webAddress } from './web-address.ts';

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
  reason: 200,
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
  organising: z.boolean().default(false),
});

const dutyId = id<'duty'>().transform((value): DutyId => value);
/** A calendar date `YYYY-MM-DD` that exists, in years that a municipality plans in. */
export const localDate = z.iso
  .date({ abort: true })
  .refine((date) => date >= '2000-01-01' && date < '2100-01-01', { abort: true });

// Aborts, so that nothing is counted by what is no rule or no date.
const rrule = z.string().max(200, { abort: true }).refine(isRule, { abort: true });
const dutyText = z.object({
  title: z.string().trim().min(1).max(limits.title),
  schedule: z
    .object({
      rrule,
      start: localDate,
      dueTime: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .nullable(),
      shift: z.enum(['none', 'previousWorkday']),
    })
    .refine(everRecurs),
});
const helpId = id<'help'>().transform((value): HelpId => value);
const absenceId = id<'absence'>().transform((value): AbsenceId => value);
export const obstacleId = id<'obstacle'>().transform((value): ObstacleId => value);
const one = teamCommand.extend({ responsibilityId });
const aNote = one.extend({ noteId: id<'note'>().transform((value): NoteId => value) });
/** What people write at a responsibility; addresses come as `webAddress` gives them. */
export const noteText = z.object({
  title: z.string().trim().min(1).max(noteLimits.title),
  body: z.string().trim().max(noteLimits.body),
  url: z
    .string()
    .max(noteLimits.url)
    .refine((url) => webAddress(url) === url)
    .nullable(),
});
const occurrence = one.extend({ dutyId, recurrenceDate: localDate });
const answer = one.extend({ offerId });

/** The input of every command of a team, by the name of its procedure. */
export const teamCommandInputs = {
  takeOver: one.extend({ role: z.enum(['holder', 'substitute']), sharePercent, assignmentId }),
  giveBack: one.extend({ assignmentId }),
  changeShare: one.extend({ assignmentId, sharePercent }),
  makeOffer: one.extend({
    offerId,
    assignmentId,
    kind: z.enum(['give', 'take']),
    toPersonId: personId.nullable(),
    sharePercent,
    temporaryUntil: localDate.nullable().default(null),
  }),
  acceptOffer: answer.extend({ assignmentId }),
  declineOffer: answer,
  withdrawOffer: answer,
  endDelegation: one.extend({ delegationId: id<'delegation'>().transform((value): DelegationId => value) }),
  makeHelp: teamCommand.extend({
    helpId,
    kind: z.enum(['ask', 'offer']),
    text: z.string().trim().min(1).max(longestHelpText),
    responsibilityId: responsibilityId.nullable(),
    on: localDate.nullable(),
    minutes: z
      .int()
      .min(1)
      .max(60 * 60)
      .nullable(),
  }),
  acceptHelp: teamCommand.extend({ helpId }),
  releaseHelp: teamCommand.extend({ helpId }),
  withdrawHelp: teamCommand.extend({ helpId }),
  planAbsence: teamCommand.extend({ absenceId, from: localDate, until: localDate }),
  withdrawAbsence: teamCommand.extend({ absenceId }),
  add: teamCommand.extend({
    areas: z.array(z.object({ id: areaId, name: areaName, order: z.int().min(0).max(10_000) })).max(100),
    responsibilities: z
      .array(responsibilityText.extend({ id: responsibilityId, catalogueItemId: catalogueItemId.nullable() }))
      .min(1)
      .max(limits.responsibilitiesAtOnce),
  }),
  edit: one.extend({ version: z.int().min(1), text: responsibilityText }),
  close: one,
  reopen: one,
  createArea: teamCommand.extend({ id: areaId, name: areaName }),
  renameArea: teamCommand.extend({ areaId, name: areaName }),
  removeArea: teamCommand.extend({ areaId }),
  createDuty: one.extend({ dutyId, text: dutyText }),
  editDuty: one.extend({ dutyId, version: z.int().min(1), text: dutyText }),
  endDuty: one.extend({ dutyId }),
  resumeDuty: one.extend({ dutyId }),
  settleOccurrence: occurrence.extend({
    state: z.enum(['done', 'skipped']),
    reason: z.string().trim().max(limits.reason),
  }),
  moveOccurrence: occurrence.extend({ movedTo: localDate.nullable() }),
  reopenOccurrence: occurrence,
  writeNote: aNote.extend({ ...noteText.shape, version: z.int().min(0) }),
  removeNote: aNote.extend({ version: z.int().min(1) }),
  raiseObstacle: teamCommand.extend({
    obstacleId,
    title: z.string().trim().min(1).max(obstacleLimits.title),
    body: z.string().trim().min(1).max(obstacleLimits.body),
    addressedTo: personId,
    addressedName: z.string().trim().min(1).max(obstacleLimits.name),
    dueOn: localDate,
  }),
  withdrawObstacle: teamCommand.extend({ obstacleId }),
};
export const undoInput = teamCommand.extend({ undoes: id<'command'>().transform((value): CommandId => value) });
