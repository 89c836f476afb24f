import { readOrganisingWeeks, removeOrganisingWeek, saveOrganisingWeek } from '@roer/db/organising-weeks';
import { organisingMonday, organisingSince, organisingWeekInput } from '@roer/domain/workload/organising-week';
import { read, writeOwn } from '../../platform/transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';

/**
 * What somebody estimates of their own organising (rule W1.16): theirs alone, so it is in no feed, no history and no record of
 * commands. Writing it twice is writing it once.
 */
export const organisingProcedures = {
  organisingWeeks: signedInProcedure.query(({ ctx }) =>
    read(ctx, ({ client, actor: { personId }, today }) =>
      readOrganisingWeeks(client, { personId, since: organisingSince(today) }),
    ),
  ),
  setOrganisingWeek: signedInProcedure.input(organisingWeekInput).mutation(({ ctx, input }) =>
    writeOwn(ctx, async ({ client, actor: { organisationId, personId }, today }) => {
      const { minutes } = input;
      const week = { organisationId, personId, monday: organisingMonday(input.monday, today) };
      await (minutes === null ? removeOrganisingWeek(client, week) : saveOrganisingWeek(client, { ...week, minutes }));
      return { done: true as const };
    }),
  ),
};
