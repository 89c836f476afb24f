import { z } from 'zod';
import { id, localDate, teamCommand } from '../responsibilities/schema.ts';
import { coverLevels } from './cover-level.ts';

const coverLevelId = id<'coverLevel'>();
const which = teamCommand.extend({ responsibilityId: id<'responsibility'>() });
const level = z.enum(coverLevels);
/** Whether somebody is the learner's buddy is looked at by the server, whatever a browser says. */
const answer = which.extend({ coverLevelId, asBuddy: z.boolean() });

export const coverCommandInputs = {
  proposeLevel: which.extend({ coverLevelId, level }),
  confirmLevel: answer,
  declineLevel: answer,
  withdrawLevel: which.extend({ coverLevelId }),
  stepBack: which.extend({ coverLevelId, level: level.nullable() }),
  keepLevel: which.extend({ coverLevelId }),
  planLeave: which.extend({ leaveIntentId: id<'leaveIntent'>(), before: localDate }),
  withdrawLeave: which,
};
