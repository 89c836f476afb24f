import { router } from '../../platform/trpc.ts';
import { contributionProcedures } from './contribution-procedures.ts';
import { goalProcedures } from './goal-procedures.ts';
import { intervisieProcedures } from './intervisie.ts';
import { talentProcedures } from './talent-procedures.ts';

export const learningRouter = router({
  ...contributionProcedures,
  ...goalProcedures,
  ...intervisieProcedures,
  ...talentProcedures,
});
