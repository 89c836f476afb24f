import { z } from 'zod';
import type { CommandId } from '../ids.ts';
import { emailAddress } from '../identity/schema.ts';
import { id, localDate, teamCommand } from '../responsibilities/schema.ts';
import { catalogueLimits } from './catalogue-problem.ts';
import { importFields, importKinds, importLimits } from './import-fields.ts';

export const organisationLimits = { name: 120, searchText: 80, source: 40, fileName: 200, minutesADay: 1440 } as const;

/** Every command on the organisation carries a number that the client chose, so that a retry is not done twice. */
const organisationCommand = z.object({ commandId: id<'command'>().transform((value): CommandId => value) });

const name = z.string().trim().min(1).max(organisationLimits.name);
const minutesByWeekday = z.array(z.int().min(0).max(organisationLimits.minutesADay)).length(7);
const domainId = id<'domain'>();
const teamId = id<'team'>();
const personId = id<'person'>();
const membershipId = id<'membership'>();

export const createDomainInput = organisationCommand.extend({ id: domainId, name });
export const renameDomainInput = organisationCommand.extend({ domainId, name });
export const closeDomainInput = organisationCommand.extend({ domainId });
export const createTeamInput = organisationCommand.extend({ id: teamId, domainId, name });
export const renameTeamInput = organisationCommand.extend({ teamId, name });
export const moveTeamInput = organisationCommand.extend({ teamId, domainId });
export const closeTeamInput = organisationCommand.extend({ teamId });

/** All of them: what is not named is taken away. */
export const setOwnHolidaysInput = organisationCommand.extend({ days: z.array(localDate).max(1000) });

export const createPersonInput = organisationCommand.extend({
  id: personId,
  name,
  email: emailAddress,
  membership: z.object({ id: membershipId, teamId, minutesByWeekday, home: z.boolean() }).nullable(),
  /** Whether an invitation goes out at once. */
  invite: z.boolean(),
});
export const renamePersonInput = organisationCommand.extend({ personId, name });
/** Of whoever asks: it names nobody. */
export const renameMyselfInput = organisationCommand.extend({ name });
export const changeEmailInput = organisationCommand.extend({ personId, email: emailAddress });
export const personInput = organisationCommand.extend({ personId });
/** Reading needs no number. */
export const erasurePreviewInput = z.object({ personId });
export const appointInput = organisationCommand.extend({
  id: id<'appointment'>(),
  personId,
  kind: z.enum(['manager', 'administrator']),
  /** Null: the whole organisation. */
  domainId: domainId.nullable(),
});
export const endAppointmentInput = organisationCommand.extend({ appointmentId: id<'appointment'>() });

export const startMembershipInput = teamCommand.extend({ membershipId, personId, minutesByWeekday, home: z.boolean() });
export const changeMembershipInput = teamCommand.extend({ membershipId, minutesByWeekday, home: z.boolean() });
export const endMembershipInput = teamCommand.extend({ membershipId });

export const searchPeopleInput = z.object({ text: z.string().trim().min(1).max(organisationLimits.searchText) });

const source = z.string().trim().min(1).max(organisationLimits.source);
/** Base64 is four characters for three bytes; a little more, so that a file that is just too large is read and named so. */
const mostCharacters = Math.ceil((catalogueLimits.bytes * 4) / 3) + 1024;
const file = z.object({
  fileName: z.string().trim().max(organisationLimits.fileName),
  /** The file as base64. */
  bytes: z.base64().max(mostCharacters),
  source,
});
export const previewCatalogueInput = file.extend({ skipWrongRows: z.boolean() });
export const importCatalogueInput = organisationCommand.extend({
  ...file.shape,
  skipWrongRows: z.boolean(),
  /** What the preview said of file and catalogue. */
  digest: z.string().min(1).max(64),
});
export const catalogueInput = z.object({ source: source.optional() });

const fileKind = z.enum(importKinds);
const fields = [...new Set(importKinds.flatMap((kind) => importFields[kind].map(({ field }) => field)))];
const mapping = z.partialRecord(
  z.enum(fields),
  z
    .int()
    .min(0)
    .max(importLimits.columns - 1)
    .nullable(),
);
export const uploadImportInput = z.object({
  kind: fileKind,
  fileName: z.string().trim().max(organisationLimits.fileName),
  /** The file as base64. */
  bytes: z.base64().max(Math.ceil((importLimits.bytes * 4) / 3) + 1024),
  /** The sheet of a spreadsheet; the first one unless told otherwise. */
  sheet: z.string().max(100).optional(),
});
const plannedImport = z.object({ uploadId: z.uuid(), mapping, skipWrongRows: z.boolean() });
export const previewImportInput = plannedImport;
export const startImportInput = organisationCommand.extend({
  ...plannedImport.shape,
  /** What the preview said of file and organisation. */
  digest: z.string().min(1).max(64),
});
export const importProgressInput = z.object({ jobId: z.uuid() });
