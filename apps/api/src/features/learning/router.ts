import { router } from '../../platform/trpc.ts';

export const learningRouter = router({});
