import { identityRouter } from './features/identity/router.ts';
import { responsibilitiesRouter } from './features/responsibilities/router.ts';
import { router } from './platform/trpc.ts';

export const appRouter = router({
  identity: identityRouter,
  responsibilities: responsibilitiesRouter,
});
