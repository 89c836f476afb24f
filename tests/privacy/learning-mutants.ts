import type { Mutant, Patch } from './mutants.ts';

const learning = 'apps/api/src/features/learning';
const queries = `${learning}/goal-queries.ts`;
const caughtBy = { file: 'goals-audience.test.ts', title: 'whatever is done, a goal and its reflections reach' };

/** Remembers in the process who owns which goal, for other faults to become its owner: the database guards the rows by itself. */
const keepOwners: Patch = {
  file: `${learning}/goal-commands.ts`,
  find: "  if (!made) throw new DomainError('notFound');\n",
  replace: `  if (!made) throw new DomainError('notFound');
  (globalThis.goalOwners ??= new Map()).set(id, personId);
`,
};
const asOwner = "await client.query(`SELECT set_config('app.person', $1, true)`, [globalThis.goalOwners.get(goalId)]);";

/** Faults by which somebody would learn what a colleague keeps for themselves. */
export const learningMutants: readonly Mutant[] = [
  {
    name: 'a goal that a former buddy still opens',
    patches: [
      keepOwners,
      {
        file: `${learning}/buddy-commands.ts`,
        find: "  if (buddy.state === 'asked') await saveBuddyAnswer(",
        replace: `  (globalThis.onceBuddies ??= new Set()).add(buddy.personId + buddy.buddyId);
  if (buddy.state === 'asked') await saveBuddyAnswer(`,
      },
      {
        file: queries,
        find: '): Promise<GoalView> => {\n  const goal = await readGoal(client, goalId);',
        replace: `): Promise<GoalView> => {
  if (globalThis.onceBuddies?.has(globalThis.goalOwners.get(goalId) + personId)) ${asOwner}
  const goal = await readGoal(client, goalId);`,
      },
    ],
    caughtBy,
  },
  {
    name: 'reflections for everybody who sees the goal',
    patches: [
      keepOwners,
      {
        file: queries,
        find: '  const reflections = await readReflectionsAt(client, goalId);\n  const { plan } = goal;',
        replace: `  ${asOwner}
  const reflections = await readReflectionsAt(client, goalId);
  const { plan } = goal;`,
      },
    ],
    caughtBy,
  },
  {
    name: 'what was overwritten, in the shared text',
    patches: [
      {
        file: `${learning}/goal-text.ts`,
        find: '  const document = new Y.Doc({ gc: true });\n  Y.applyUpdate(document, state);',
        replace: '  const document = new Y.Doc({ gc: false });\n  Y.applyUpdate(document, state);',
      },
    ],
    caughtBy,
  },
  {
    name: 'what somebody typed, in the log',
    patches: [
      {
        file: `${learning}/goal-procedures.ts`,
        find: '.mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => createGoal(transaction, input))),',
        replace: `.mutation(({ ctx, input }) => {
      ctx.platform.logger.error({ goal: input });
      return writeLearning(ctx, (transaction) => createGoal(transaction, input));
    }),`,
      },
    ],
    caughtBy,
  },
  {
    name: 'a sign with the words in it',
    patches: [
      {
        file: `${learning}/goal-procedures.ts`,
        find: '.mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => reflect(transaction, input))),',
        replace: `.mutation(({ ctx, input }) => {
      for (const { teamId } of ctx.actor.memberships ?? []) ctx.platform.live.deliver({ feed: teamId, reflection: input.text });
      return writeLearning(ctx, (transaction) => reflect(transaction, input));
    }),`,
      },
    ],
    caughtBy,
  },
  {
    name: 'a sign to who left the team',
    patches: [
      {
        file: 'packages/db/src/goals.ts',
        find: 'AND is_buddy_on(b."personId", b."buddyId", b."teamId", $4)',
        replace: `AND b."state" = 'agreed'`,
      },
    ],
    caughtBy,
  },
  {
    name: 'a sign of the plan to everybody who sees the step',
    patches: [
      {
        file: 'packages/domain/src/learning/goal.ts',
        find: '  return wider(step, plan);',
        replace: '  return wider(before.stepAudience, wider(step, plan));',
      },
    ],
    caughtBy,
  },
];
