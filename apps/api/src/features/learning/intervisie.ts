import { removeKeptNotes } from '@roer/db/intervisie';
import * as input from '@roer/domain/learning/intervisie-schema';
import type { IntervisieId } from '@roer/domain/ids';
import { read, writeOwn } from '../../platform/transaction.ts';
import type { Transaction } from '../../platform/transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { openIntervisie, openRoomInside, openRoomToCome } from './intervisie-access.ts';
import type { AllowedInRoom } from './intervisie-access.ts';
import * as commands from './intervisie-commands.ts';
import type { Audience } from './intervisie-commands.ts';
import { intervisieRoom, intervisieRooms, keptNotes } from './intervisie-queries.ts';

const done = { done: true } as const;
// That somebody brings a case is theirs: not even a failure is logged under a name.
const procedure = signedInProcedure.meta({ unnamedInLog: true });

/** Writes, and tells whom it concerns to ask again. In no feed, no history and no record of commands. */
const change = async (ctx: SignedInContext, work: (transaction: Transaction) => Promise<Audience>) => {
  const audience = await writeOwn(ctx, work);
  ctx.platform.live.nudgePeople(audience);
  return done;
};

const inside = (
  ctx: SignedInContext,
  { roomId }: { roomId: IntervisieId },
  work: (room: AllowedInRoom) => Promise<Audience>,
) => change(ctx, async (transaction) => work(await openRoomInside(transaction, { roomId })));

/** Rooms in which colleagues look at a case together (rules L6). */
export const intervisieProcedures = {
  intervisieRooms: procedure
    .input(input.ofTeam)
    .query(({ ctx, input: asked }) =>
      read(ctx, async (transaction) => intervisieRooms(await openIntervisie(transaction, asked))),
    ),
  intervisieRoom: procedure.input(input.ofRoom).query(({ ctx, input: { roomId } }) =>
    read(ctx, async (transaction) => {
      const { personKeys } = ctx.platform;
      const room = await openRoomToCome(transaction, { roomId });
      const isInside = room.subject.people.includes(ctx.actor.personId);
      return intervisieRoom(room, {
        inside: isInside ? await openRoomInside(transaction, { roomId, hold: false }) : null,
        personKeys,
      });
    }),
  ),
  openIntervisie: procedure
    .input(input.openRoomInput)
    .mutation(({ ctx, input: asked }) =>
      change(ctx, async (transaction) => commands.makeRoom(await openIntervisie(transaction, asked), asked)),
    ),
  joinIntervisie: procedure
    .input(input.ofRoom)
    .mutation(({ ctx, input: { roomId } }) =>
      change(ctx, async (transaction) => commands.join(await openRoomToCome(transaction, { roomId, hold: true }))),
    ),
  leaveIntervisie: procedure
    .input(input.ofRoom)
    .mutation(({ ctx, input: asked }) => inside(ctx, asked, commands.leave)),
  takeIntervisieRole: procedure
    .input(input.takeRoleInput)
    .mutation(({ ctx, input: asked }) => inside(ctx, asked, (room) => commands.takeRole(room, asked.role))),
  startIntervisie: procedure
    .input(input.ofRoom)
    .mutation(({ ctx, input: asked }) => inside(ctx, asked, commands.start)),
  moveIntervisie: procedure
    .input(input.moveInput)
    .mutation(({ ctx, input: asked }) => inside(ctx, asked, (room) => commands.move(room, asked))),
  writeIntervisie: procedure
    .input(input.writeLineInput)
    .mutation(({ ctx, input: asked }) =>
      inside(ctx, asked, (room) => commands.write(room, asked, ctx.platform.personKeys)),
    ),
  removeIntervisieLine: procedure
    .input(input.removeLineInput)
    .mutation(({ ctx, input: asked }) => inside(ctx, asked, (room) => commands.unwrite(room, asked.lineId))),
  endIntervisie: procedure
    .input(input.endRoomInput)
    .mutation(({ ctx, input: asked }) =>
      inside(ctx, asked, (room) => commands.end(room, asked.keep, ctx.platform.personKeys)),
    ),
  keptIntervisie: procedure.query(({ ctx }) =>
    read(ctx, (transaction) => keptNotes(transaction, ctx.platform.personKeys)),
  ),
  removeKeptIntervisie: procedure.input(input.ofRoom).mutation(({ ctx, input: { roomId } }) =>
    change(ctx, async ({ client, actor: { personId } }) => {
      await removeKeptNotes(client, { id: roomId, personId });
      return [personId];
    }),
  ),
};
