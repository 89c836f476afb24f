import { responsibilitiesRouter } from './features/responsibilities/router.ts';
import { router } from './platform/trpc.ts';

export const appRouter = router({
  responsibilities: responsibilitiesRouter,
});
