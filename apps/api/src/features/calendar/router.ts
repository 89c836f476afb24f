import { router, signedInProcedure } from '../../platform/trpc.ts';
import { renewCalendar, revokeCalendar } from './commands.ts';
import { calendarState } from './queries.ts';

export const calendarRouter = router({
  state: signedInProcedure.query(({ ctx }) => calendarState(ctx)),
  renew: signedInProcedure.mutation(({ ctx }) => renewCalendar(ctx)),
  revoke: signedInProcedure.mutation(async ({ ctx }) => {
    await revokeCalendar(ctx);
    return { exists: false };
  }),
});
