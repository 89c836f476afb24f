import { ownInput } from '@roer/domain/workload/own-input';
import { router, signedInProcedure } from '../../platform/trpc.ts';
import { own } from './commands.ts';
import { organisingProcedures } from './organising-week.ts';

export const workloadRouter = router({
  ...organisingProcedures,
  own: signedInProcedure
    .meta({ unnamedInLog: true })
    .input(ownInput)
    .mutation(({ ctx, input }) => own(ctx, input)),
});
