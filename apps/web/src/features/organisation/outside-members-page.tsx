import { MemberList } from './member-list.tsx';
import { usePeople, useStructure } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import { NoSuchThing } from './no-such-thing.tsx';

/** The members of a team for an administrator who is not in it: who and how long, nothing of the team's work. */
export default function OutsideMembersPage({ teamId }: { readonly teamId: string }) {
  const structure = useStructure();
  const people = usePeople();
  return (
    <Loaded query={structure}>
      {(domains) => {
        const team = domains.flatMap(({ teams }) => teams).find(({ id }) => id === teamId);
        if (!team) return <NoSuchThing />;
        return (
          <Loaded query={people}>
            {(everybody) => (
              <MemberList
                team={team}
                members={everybody.flatMap((person) =>
                  person.memberships
                    .filter((membership) => membership.teamId === team.id)
                    .map((membership) => ({ ...membership, personId: person.id, name: person.name })),
                )}
                meId={undefined}
                snapshot={undefined}
              />
            )}
          </Loaded>
        );
      }}
    </Loaded>
  );
}
