import Building2 from 'lucide-react/icons/building-2';
import CalendarDays from 'lucide-react/icons/calendar-days';
import ChartColumn from 'lucide-react/icons/chart-column';
import Users from 'lucide-react/icons/users';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { isAdministrator, isManager, mayInOrganisation } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import type { NavigationItem, SubNavigationItem } from '../shell/navigation.ts';

type Navigation = {
  navigation: NavigationItem[];
  subNavigation: SubNavigationItem[];
  currentTeamId: string | undefined;
};

/** Learning has pages with addresses of their own. */
const ofLearning = /^\/team\/[^/]+\/(learning|handover|duo|intervisie)(\/|$)/;

/** The pages that are open to this person, and which of them is on screen. */
export const useNavigation = (actor: Actor): Navigation => {
  const t = useTranslations('shell.navigation');
  const [path] = useLocation();
  const teamInPath = /^\/team\/([^/]+)/.exec(path)?.[1];
  const isOwn = (id: string | undefined) => actor.memberships.some(({ teamId }) => teamId === id);
  // Elsewhere the team that was last on screen stays the one to go back to.
  const [lastTeam, setLastTeam] = useState<string>();
  if (teamInPath !== undefined && teamInPath !== lastTeam && isOwn(teamInPath)) setLastTeam(teamInPath);
  const home = actor.memberships.find((membership) => membership.home) ?? actor.memberships[0];
  const currentTeamId = isOwn(lastTeam) ? lastTeam : home?.teamId;
  const inTeam = isOwn(teamInPath);
  const inOrganisation =
    path.startsWith('/organisation') || (teamInPath !== undefined && !inTeam && isAdministrator(actor));

  const navigation: NavigationItem[] = [
    {
      id: 'today',
      label: t('today'),
      href: '/',
      isCurrent: path === '/' || path.startsWith('/check-in'),
      icon: CalendarDays,
    },
    ...(currentTeamId === undefined
      ? []
      : [{ id: 'team', label: t('team'), href: `/team/${currentTeamId}`, isCurrent: inTeam, icon: Users }]),
    ...(isManager(actor)
      ? [
          {
            id: 'insight',
            label: t('insight'),
            href: '/insight',
            isCurrent: path.startsWith('/insight'),
            icon: ChartColumn,
          },
        ]
      : []),
    {
      id: 'organisation',
      label: t('organisation'),
      href: '/organisation',
      isCurrent: inOrganisation,
      icon: Building2,
    },
  ];
  const item = (
    id:
      | 'responsibilities'
      | 'load'
      | 'learning'
      | 'obstacles'
      | 'year'
      | 'members'
      | 'structure'
      | 'reorganising'
      | 'people'
      | 'catalogue'
      | 'import'
      | 'holidays'
      | 'audit',
    href: string,
  ) => ({
    id,
    label: t(id),
    href,
    isCurrent:
      path === href ||
      (id === 'people' && path.startsWith(`${href}/`)) ||
      (id === 'members' && path.startsWith(`/team/${currentTeamId}/person/`)) ||
      (id === 'members' && path === `/team/${currentTeamId}/audit`) ||
      (id === 'learning' && ofLearning.test(path)) ||
      (id === 'responsibilities' && path === `${href}/overview`) ||
      (id === 'load' && path === `/team/${currentTeamId}/quarter`) ||
      // The people of a team of others are reached from there.
      (id === 'structure' && teamInPath !== undefined),
  });
  const ofTeam = [
    item('responsibilities', `/team/${currentTeamId}`),
    item('load', `/team/${currentTeamId}/load`),
    item('learning', `/team/${currentTeamId}/learning`),
    item('obstacles', `/team/${currentTeamId}/obstacles`),
    item('year', `/team/${currentTeamId}/year`),
    item('members', `/team/${currentTeamId}/members`),
  ];
  const ofOrganisation = [
    item('structure', '/organisation'),
    ...(mayInOrganisation(actor, 'people.write') ? [item('people', '/organisation/people')] : []),
    ...(mayInOrganisation(actor, 'catalogue.read') ? [item('catalogue', '/organisation/catalogue')] : []),
    ...(mayInOrganisation(actor, 'people.import') ? [item('import', '/organisation/import')] : []),
    ...(mayInOrganisation(actor, 'structure.write')
      ? [item('reorganising', '/organisation/reorganising'), item('holidays', '/organisation/holidays')]
      : []),
    ...(mayInOrganisation(actor, 'audit.read') ? [item('audit', '/organisation/audit')] : []),
  ];
  const below = inTeam ? ofTeam : inOrganisation ? ofOrganisation : [];
  return { navigation, subNavigation: below.length > 1 ? below : [], currentTeamId };
};
