import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { lookAt } from '../live/presence.ts';

/**
 * Tells colleagues at which of this person's teams, and at which responsibility, this page looks; gives the team. Every other page
 * is nothing to them, above all the check-in: nobody sees who is there (rule P11).
 */
export const useLook = (teamIds: readonly TeamId[]): TeamId | undefined => {
  const [path] = useLocation();
  const search = useSearch();
  const inPath = /^\/team\/([^/]+)/.exec(path)?.[1];
  const teamId = teamIds.find((id) => id === inPath);
  const open = new URLSearchParams(search).get('r');
  useEffect(() => {
    // Whether there is such a responsibility is seen by who has it on screen.
    lookAt(teamId === undefined ? null : { teamId, responsibilityId: open as ResponsibilityId | null });
  }, [teamId, open]);
  useEffect(() => () => lookAt(null), []);
  return teamId;
};
