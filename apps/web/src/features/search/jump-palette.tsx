import { useQueries } from '@tanstack/react-query';
import Building2 from 'lucide-react/icons/building-2';
import CalendarDays from 'lucide-react/icons/calendar-days';
import ChartColumn from 'lucide-react/icons/chart-column';
import CircleCheck from 'lucide-react/icons/circle-check';
import FileUp from 'lucide-react/icons/file-up';
import Printer from 'lucide-react/icons/printer';
import UserRound from 'lucide-react/icons/user-round';
import UsersRound from 'lucide-react/icons/users-round';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { isAdministrator, isManager, mayInOrganisation } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { teamQuery } from '../../live/team.ts';
import { CommandPalette } from '../../ui/command-palette.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { MenuGroup, MenuItem } from '../../ui/menu.ts';
import { focusPanel } from './focus-panel.ts';

type JumpPaletteProps = { readonly actor: Actor; readonly onClose: () => void };

const byLabel = (one: MenuItem, other: MenuItem): number => one.label.localeCompare(other.label, 'nl');

const page = (icon: typeof Building2, href: string, label: string): MenuItem => ({
  id: href,
  label,
  icon: <Icon of={icon} small />,
});

/** Search and jump (Ctrl K): pages, own teams, and what and who is in them. Everything it knows is open to the person. */
export default function JumpPalette({ actor, onClose }: JumpPaletteProps) {
  const t = useTranslations('search');
  const pages = useTranslations('shell.navigation');
  const [, navigate] = useLocation();
  const boards = useQueries({ queries: actor.memberships.map(({ teamId }) => teamQuery(teamId)) });
  const governs = isAdministrator(actor);
  const teams = actor.memberships.map(({ teamId, teamName }, index) => ({
    teamId,
    teamName,
    snapshot: boards[index]?.data,
  }));
  const several = teams.length > 1;

  const responsibilities = teams.flatMap(({ teamId, teamName, snapshot }) =>
    Object.values(snapshot?.responsibility ?? {})
      .filter(({ closedOn }) => closedOn === null)
      .map((row): MenuItem => ({
        id: `/team/${teamId}?r=${row.id}`,
        label: row.title,
        description: several ? teamName : (snapshot?.area[row.areaId]?.name ?? teamName),
      })),
  );
  const members = teams.flatMap(({ teamId, teamName, snapshot }) =>
    Object.values(snapshot?.member ?? {}).map((member): MenuItem => ({
      id: `/team/${teamId}/person/${member.personId}`,
      label: member.name,
      description: teamName,
      icon: <Icon of={UserRound} small />,
    })),
  );
  const jump = (id: string) => {
    navigate(id);
    if (id.includes('?r=')) focusPanel();
  };
  const groups: MenuGroup[] = [
    {
      id: 'pages',
      heading: t('pages'),
      items: [
        page(CalendarDays, '/', pages('today')),
        ...(isManager(actor) ? [page(ChartColumn, '/insight', pages('insight'))] : []),
        page(Building2, '/organisation', pages('organisation')),
        ...(governs ? [page(UsersRound, '/organisation/people', pages('people'))] : []),
        ...(mayInOrganisation(actor, 'catalogue.read')
          ? [page(Building2, '/organisation/catalogue', pages('catalogue'))]
          : []),
        ...(mayInOrganisation(actor, 'people.import') ? [page(FileUp, '/organisation/import', pages('import'))] : []),
        page(CircleCheck, '/check-in', t('checkIn')),
        page(UserRound, '/account', pages('account')),
        page(UserRound, '/account/privacy', t('stored')),
      ],
    },
    {
      id: 'teams',
      heading: t('teams'),
      items: teams.flatMap(({ teamId, teamName }) => [
        { ...page(UsersRound, `/team/${teamId}`, teamName), description: pages('responsibilities') },
        { ...page(UsersRound, `/team/${teamId}/members`, teamName), description: pages('members') },
        { ...page(UsersRound, `/team/${teamId}/obstacles`, teamName), description: pages('obstacles') },
        { ...page(UsersRound, `/team/${teamId}/intervisie`, teamName), description: pages('intervisie') },
        { ...page(Printer, `/team/${teamId}/overview`, teamName), description: t('overview') },
      ]),
    },
    { id: 'responsibilities', heading: t('responsibilities'), items: responsibilities.toSorted(byLabel) },
    { id: 'members', heading: t('members'), items: members.toSorted(byLabel) },
  ];
  return <CommandPalette isOpen onClose={onClose} groups={groups} onChoose={jump} />;
}
