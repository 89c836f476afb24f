import { auditRouter } from './features/audit/router.ts';
import { calendarRouter } from './features/calendar/router.ts';
import { digestRouter } from './features/digest/router.ts';
import { createInvitation, createReset } from './features/identity/commands.ts';
import { identityRouter } from './features/identity/router.ts';
import { insightsRouter } from './features/insights/router.ts';
import { learningRouter } from './features/learning/router.ts';
import { eraseOneself } from './features/organisation/erasure.ts';
import { organisationRouter } from './features/organisation/router.ts';
import { responsibilitiesRouter } from './features/responsibilities/router.ts';
import { forgetAnswers } from './features/workload/forget-answers.ts';
import { workloadRouter } from './features/workload/router.ts';
import { router } from './platform/trpc.ts';

export const appRouter = router({
  audit: auditRouter,
  calendar: calendarRouter,
  digest: digestRouter,
  identity: identityRouter({ forgetAnswers, eraseOneself }),
  insights: insightsRouter,
  learning: learningRouter,
  organisation: organisationRouter({ createInvitation, createReset }),
  responsibilities: responsibilitiesRouter,
  workload: workloadRouter,
});
