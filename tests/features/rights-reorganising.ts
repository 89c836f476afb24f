import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const administrator: Outcomes = { stranger: 'signInNeeded', administrator: 'ok', others: 'notFound' };
/** About nobody else's ids: another organisation's administrator does it at home. */
const administrators: Outcomes = { ...administrator, otherAdministrator: 'ok' };

const one = ({ newId }: Scene) => ({ commandId: newId<'command'>() });

/** A plan that brings a new team to the other domain. */
const aPlan = async (scene: Scene) => {
  const teamId = scene.newId<'team'>();
  const { organisation } = await scene.as(scene.world.water.people.anna);
  const { space, care } = scene.world.water.domains;
  await organisation.createTeam.mutate({ ...one(scene), id: teamId, domainId: space, name: 'Team' });
  return {
    name: 'Plan',
    effectiveOn: '2027-03-01',
    steps: [{ kind: 'moveTeam' as const, teamId, domainId: care }],
  };
};
const aKeptPlan = async (scene: Scene) => {
  const reorganisationId = scene.newId<'reorganisation'>();
  const { organisation } = await scene.as(scene.world.water.people.anna);
  const plan = { ...(await aPlan(scene)), reorganisationId, version: 0, announce: false };
  await organisation.saveReorganisation.mutate({ ...one(scene), ...plan });
  return { reorganisationId, version: 1 };
};

/** What an administrator plans for the structure, and what teams see of it. */
export const reorganisingEntries: Record<string, Entry> = {
  'organisation.reorganisations': { outcomes: administrators },
  'organisation.previewReorganisation': { outcomes: administrators, input: aPlan },
  'organisation.saveReorganisation': {
    outcomes: administrators,
    input: async (scene) => ({
      ...one(scene),
      ...(await aPlan(scene)),
      reorganisationId: scene.newId(),
      version: 0,
      announce: false,
    }),
  },
  'organisation.withdrawReorganisation': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), ...(await aKeptPlan(scene)) }),
  },
  'organisation.carryOutReorganisation': {
    outcomes: administrator,
    input: async (scene) => ({ ...one(scene), ...(await aKeptPlan(scene)) }),
  },
  'organisation.previewUndoReorganisation': { outcomes: administrator, input: aKeptPlan },
  'organisation.undoReorganisation': {
    outcomes: administrator,
    input: async (scene) => {
      const plan = await aKeptPlan(scene);
      const { organisation } = await scene.as(scene.world.water.people.anna);
      await organisation.carryOutReorganisation.mutate({ ...one(scene), ...plan });
      return { ...one(scene), ...plan, version: 2 };
    },
  },
  // The page of a team is its members'; an administrator has the plan itself.
  'organisation.upcomingReorganisations': {
    outcomes: { stranger: 'signInNeeded', member: 'ok', others: 'notFound' },
    input: ({ world }) => ({ teamId: world.water.teams.permits }),
  },
  // Of the teams that each is in.
  'organisation.comingReorganisations': { outcomes: { stranger: 'signInNeeded', others: 'ok' } },
  'organisation.formerTeams': { outcomes: { stranger: 'signInNeeded', others: 'ok' } },
};
