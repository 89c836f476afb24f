import { z } from 'zod';
import type { IntervisieId } from '../ids.ts';
import { id } from '../responsibilities/schema.ts';
import { lineLimits, takenRoles } from './intervisie.ts';
import { clockActs, minuteLimits, phases } from './intervisie-clock.ts';

const roomId = id<'intervisie'>().transform((value): IntervisieId => value);

export const ofTeam = z.object({ teamId: id<'team'>() });
export const ofRoom = z.object({ roomId });

export const openRoomInput = ofTeam.extend({
  roomId,
  /** Of each phase, in their order. */
  minutes: z.array(z.int().min(minuteLimits.least).max(minuteLimits.most)).length(phases.length),
});
export const takeRoleInput = ofRoom.extend({ role: z.enum(takenRoles) });
export const moveInput = ofRoom.extend({
  act: z.enum(clockActs),
  phase: z.enum(phases),
  endsAt: z.int().min(0),
});
export const writeLineInput = ofRoom.extend({
  lineId: id<'line'>(),
  phase: z.enum(phases),
  text: z.string().trim().min(1).max(lineLimits.text),
});
export const removeLineInput = ofRoom.extend({ lineId: id<'line'>() });
export const endRoomInput = ofRoom.extend({ keep: z.boolean() });
