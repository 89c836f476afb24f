import type { Actor } from '@roer/domain/access/may';
import type { TeamId } from '@roer/domain/ids';
import { useTeam } from '../../live/team.ts';
import { MemberList } from './member-list.tsx';
import { Loaded } from './page-states.tsx';
import { UpcomingPlans } from './upcoming-plans.tsx';

type MembersPageProps = { readonly teamId: TeamId; readonly actor: Actor };

/** Team › Teamleden, for who is in the team: live, from the same copy as the board. */
export default function MembersPage({ teamId, actor }: MembersPageProps) {
  const query = useTeam(teamId);
  const teamName = actor.memberships.find((membership) => membership.teamId === teamId)?.teamName ?? '';
  return (
    <Loaded query={query}>
      {(snapshot) => (
        <>
          <MemberList
            team={{ id: teamId, name: snapshot.team[teamId]?.name ?? teamName }}
            members={Object.values(snapshot.member)}
            meId={actor.personId}
            snapshot={snapshot}
          />
          <UpcomingPlans teamId={teamId} />
        </>
      )}
    </Loaded>
  );
}
