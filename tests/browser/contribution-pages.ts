import type { PersonId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import type { Example } from './example.ts';
import type { PageCase } from './page-case.ts';
import { newId } from './permits.ts';
import { words } from './words.ts';

/** Somebody of the team of the drawings writes their card and page, shows them to the team, and shares a link, whose path it gives. */
export const shareContributions = async (application: TestApplication, { personas }: Example): Promise<string> => {
  const write = async (personId: PersonId) => {
    const { learning } = application.client(await application.signIn(personId));
    const { pickable } = await learning.ownContribution.query();
    await learning.writeTalents.mutate({
      from: 'Ik wil dat mensen snel weten waar ze aan toe zijn.',
      free: [
        { text: 'Lastige overleggen leiden', energy: 'gives', wantsToLearn: false },
        { text: 'Cijfers uitleggen', energy: 'costs', wantsToLearn: true },
      ],
    });
    for (const [index, { id }] of pickable.carries.slice(0, 3).entries()) {
      const energy = index === 1 ? ('costs' as const) : ('gives' as const);
      await learning.writeTalents.mutate({ about: { responsibilityId: id, energy, wantsToLearn: index === 2 } });
    }
    const picked = pickable.evidence.slice(0, 3).map(({ id, evidence: { kind } }, index) => ({
      id: newId<'result'>(),
      text: index === 0 ? 'Dit jaar voor het eerst zonder een dag vertraging.' : '',
      // What was offered together belongs together.
      evidence: { kind, id } as { kind: 'duty'; id: typeof id & { readonly __kind: 'duty' } },
    }));
    const own = { id: newId<'result'>(), text: 'Twee nieuwe mensen wegwijs gemaakt aan de balie.', evidence: null };
    const { seen } = await learning.writeContribution.mutate({
      from: 'Ik wil dat mensen snel weten waar ze aan toe zijn. Daarom bel ik liever dan dat ik schrijf.',
      talents: ['Lastige overleggen leiden', 'Brieven begrijpelijk maken'],
      carries: pickable.carries.slice(0, 4).map(({ id }) => id),
      results: [...picked, own],
    });
    return { learning, seen };
  };
  const shown = await write(personas.overwhelmed);
  await shown.learning.showTalents.mutate({ audience: 'team' });
  await shown.learning.publishContribution.mutate({ to: 'team', seen: shown.seen });
  const { link } = await shown.learning.publishContribution.mutate({ to: 'link', seen: shown.seen, days: 30 });
  return link?.path ?? '';
};

/** Somebody's own talents and contribution, and how others see them. */
export const contributionPages: readonly PageCase[] = [
  { name: 'contribution-new', route: '/contribution', as: 'colleague', path: () => '/contribution' },
  { name: 'contribution', route: '/contribution', as: 'overwhelmed', path: () => '/contribution' },
  {
    name: 'contribution-talents',
    route: '/contribution/talents',
    as: 'overwhelmed',
    path: () => '/contribution/talents',
  },
  {
    name: 'contribution-colleague',
    route: '/contribution/:personId',
    as: 'colleague',
    path: ({ person }) => `/contribution/${person}`,
  },
  {
    name: 'contribution-nobody',
    route: '/contribution/:personId',
    as: 'manager',
    path: ({ person }) => `/contribution/${person}`,
    complaint: /404/u,
  },
  { name: 'contribution-shared', route: '/shared-contribution', as: 'stranger', path: ({ shared }) => shared },
  {
    name: 'contribution-shared-gone',
    route: '/shared-contribution',
    as: 'stranger',
    path: () => '/shared-contribution#is-er-niet',
    complaint: /404/u,
    first: async (page, language) => {
      await page.getByText(words('contribution.shared.goneWords', {}, language)).waitFor();
    },
  },
];
