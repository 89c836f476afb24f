import type { PersonId } from '@roer/domain/ids';
import { personOf } from './rights-scene.ts';
import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const everybody: Outcomes = { stranger: 'signInNeeded', others: 'ok' };
const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };
const permits = ({ world }: Scene) => ({ teamId: world.water.teams.permits });

/** Somebody's page with something on it; names it as they see it. */
const written = async (scene: Scene, personId: PersonId): Promise<string> => {
  const { learning } = await scene.as(personId);
  return (await learning.writeContribution.mutate({ from: 'Rustig en eerlijk.' })).seen;
};
const published = async (scene: Scene): Promise<{ personId: PersonId }> => {
  const { ada } = scene.world.water.people;
  const { learning } = await scene.as(ada);
  await learning.publishContribution.mutate({ to: 'team', seen: await written(scene, ada) });
  return { personId: ada };
};

/** Talent cards and contribution pages: everybody has their own, and a team sees what its members show to it. */
export const contributionEntries: Record<string, Entry> = {
  'learning.ownTalents': { outcomes: everybody },
  'learning.writeTalents': { outcomes: everybody, input: () => ({ from: 'Rustig.' }) },
  'learning.showTalents': { outcomes: everybody, input: () => ({ audience: 'team' }) },
  'learning.talents': { outcomes: members, input: permits },
  'learning.ownContribution': { outcomes: everybody },
  'learning.writeContribution': { outcomes: everybody, input: () => ({ talents: ['Voorzitten'] }) },
  'learning.publishContribution': {
    outcomes: everybody,
    input: async (scene) => {
      const seen =
        scene.actor === 'stranger' ? 'A'.repeat(43) : await written(scene, personOf(scene.world, scene.actor));
      return { to: 'link', seen, days: 7 };
    },
  },
  'learning.unpublishContribution': { outcomes: everybody, input: () => ({ from: 'link' }) },
  'learning.contributionOf': { outcomes: members, input: published },
  'learning.contributors': { outcomes: members, input: permits },
  'learning.sharedContribution': {
    outcomes: { others: 'ok' },
    input: async (scene) => {
      const { ada } = scene.world.water.people;
      const { learning } = await scene.as(ada);
      const seen = await written(scene, ada);
      const { link } = await learning.publishContribution.mutate({ to: 'link', seen, days: 7 });
      return { token: link?.path.split('#')[1] };
    },
  },
};
