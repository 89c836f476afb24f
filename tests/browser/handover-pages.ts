import type { TestApplication } from '../kit/application.ts';
import type { Example } from './example.ts';
import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { newId } from './permits.ts';
import { words } from './words.ts';

/** What the colleague carries, hands over and tells about. */
const own = 'Kwartaalrapportage';

const list = (places: Parameters<typeof team>[0]): string => `${team(places)}/handover`;

/** The colleague hands something over to who has too much, with a pitfall, and tells them in a duo what they know. */
export const beginHandovers = async (application: TestApplication, { teamId, personas }: Example): Promise<void> => {
  const [giver, other] = [personas.colleague, personas.overwhelmed];
  const { responsibilities } = application.client(await application.signIn(giver));
  const receives = application.client(await application.signIn(other)).responsibilities;
  const { snapshot } = await responsibilities.board.query({ teamId });
  const assignment = Object.values(snapshot.assignment).find(
    ({ personId, role, responsibilityId }) =>
      personId === giver && role === 'holder' && snapshot.responsibility[responsibilityId]?.title === own,
  );
  if (!assignment) throw new Error(`The colleague carries ${own}.`);
  const { responsibilityId } = assignment;
  await responsibilities.startHandovers.mutate({
    commandId: newId<'command'>(),
    teamId,
    before: null,
    handovers: [
      {
        handoverId: newId<'handover'>(),
        responsibilityId,
        assignmentId: assignment.id,
        receiver: other,
        items: [
          {
            id: newId<'handoverItem'>(),
            subjectId: null,
            kind: 'pitfall',
            text: 'De cijfers van juli komen pas in september.',
          },
        ],
      },
    ],
  });
  const duoId = newId<'duo'>();
  const duo = { teamId, duoId, responsibilityId };
  await responsibilities.proposeDuo.mutate({ ...duo, commandId: newId<'command'>(), giver, receiver: other });
  await receives.agreeDuo.mutate({ ...duo, commandId: newId<'command'>() });
};

/** Opens one of the list of the team, by what it is about. */
const follow =
  (title: string, kind: 'handover' | 'duo' = 'handover'): NonNullable<PageCase['first']> =>
  async (page) => {
    // Of two about the same, the handover stands first and the duo last.
    const links = page.getByRole('main').getByRole('link', { name: title, exact: true });
    await (kind === 'duo' ? links.last() : links.first()).click();
    await page.waitForURL(/\/(handover|duo)\/[^/]+$/u);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
  };

/** Handing over, and the duo. */
export const handoverPages: readonly PageCase[] = [
  { name: 'handover', route: '/team/:teamId/handover', as: 'colleague', path: list },
  {
    name: 'handover-start',
    route: '/team/:teamId/handover',
    as: 'colleague',
    path: list,
    isDialogOnPhone: true,
    first: async (page, language) => {
      await press('handover.leave')(page, language);
      await page.getByRole('dialog', { name: words('handover.form.titleLeave', {}, language) }).waitFor();
    },
  },
  {
    name: 'handover-one',
    route: '/team/:teamId/handover/:handoverId',
    as: 'colleague',
    path: list,
    first: follow('Budget en inhuur'),
  },
  {
    name: 'handover-gone',
    route: '/team/:teamId/handover/:handoverId',
    as: 'colleague',
    path: (places) => `${list(places)}/00000000-0000-7000-8000-000000000000`,
  },
  {
    name: 'duo',
    route: '/team/:teamId/duo/:duoId',
    as: 'colleague',
    path: list,
    first: follow('Legesberekening', 'duo'),
  },
  {
    name: 'handover-giver',
    route: '/team/:teamId/handover/:handoverId',
    as: 'colleague',
    path: list,
    first: follow(own),
  },
  {
    name: 'handover-return',
    route: '/team/:teamId/handover/:handoverId',
    as: 'colleague',
    path: list,
    first: async (page, language) => {
      await follow(own)(page, language);
      await press('handover.acts.return')(page, language);
    },
  },
  { name: 'duo-own', route: '/team/:teamId/duo/:duoId', as: 'colleague', path: list, first: follow(own, 'duo') },
];
