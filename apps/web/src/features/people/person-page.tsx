import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { derivePerson } from '@roer/domain/responsibilities/person';
import { today } from '../../live/clock.ts';
import { useTeam } from '../../live/team.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { PersonLearning } from '../learning/person-learning.tsx';
import { Loaded } from '../organisation/page-states.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { useLastDay } from '../responsibilities/last-day.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { useRecurrence } from '../responsibilities/use-recurrence.ts';
import { PersonAside } from './person-aside.tsx';
import { PersonExchange } from './person-exchange.tsx';
import { usePersonLead } from './person-lead.ts';
import { PersonList } from './person-list.tsx';
import styles from './people.module.css';

type PersonPageProps = {
  readonly teamId: TeamId;
  readonly personId: PersonId;
  readonly meId: PersonId;
  /** What stands here when nobody of the team has that id. */
  readonly missing: ReactNode;
};

/** Team › one member: what they carry, stand in for, ask and offer, as everybody of the team may see it. */
export default function PersonPage({ teamId, missing, ...given }: PersonPageProps) {
  const query = useTeam(teamId);
  return (
    <Loaded query={query}>
      {(snapshot) =>
        Object.values(snapshot.member).some(({ personId }) => personId === given.personId) ? (
          <Person {...{ snapshot, teamId }} {...given} />
        ) : (
          missing
        )
      }
    </Loaded>
  );
}

type PersonProps = Omit<PersonPageProps, 'missing'> & { readonly snapshot: TeamSnapshot };

function Person({ snapshot, teamId, personId, meId }: PersonProps) {
  const t = useTranslations('people');
  const lead = usePersonLead();
  const last = useLastDay();
  const recurrence = useRecurrence();
  const day = today();
  const names = useMemo(() => namesIn(snapshot), [snapshot]);
  const person = useMemo(
    () => derivePerson(snapshot, { personId, today: day, ...(recurrence && { asleep: recurrence.deriveAsleep }) }),
    [snapshot, personId, day, recurrence],
  );
  const name = names.full(personId) ?? '';
  const team = snapshot.team[teamId]?.name ?? '';
  usePageTitle(t('pageTitle', { name, team }));
  if (!person) return null;
  const { carries, standsIn } = person;
  const isMe = personId === meId;
  const short = names.short(personId) ?? name;
  const tools = { person, names, snapshot, teamId, meId, today: day };
  return (
    <>
      <div className={styles.top}>
        <Avatar name={name} isMe={isMe} size="large" />
        <PageLead
          above={`${name}, ${team}`}
          quiet={person.awayUntil === null ? undefined : t('away', { last: last(person.awayUntil) })}
        >
          {lead({ person, name: short, isMe })}
        </PageLead>
      </div>
      <div className={styles.columns}>
        <div>
          {carries.length + standsIn.length === 0 && (
            <EmptyState
              sign="asleep"
              title={t(isMe ? 'nothingMine' : 'nothing', { name: short })}
              action={
                <Link href={boardAddress(teamId)} className={buttonLook({ kind: 'secondary' })}>
                  {t('toBoard')}
                </Link>
              }
            />
          )}
          <PersonList {...tools} strand="holder" rows={carries} heading={t(isMe ? 'carriesMine' : 'carries')} />
          <PersonList {...tools} strand="substitute" rows={standsIn} heading={t(isMe ? 'standsInMine' : 'standsIn')} />
          <PersonExchange {...tools} />
          <PersonLearning {...{ snapshot, teamId, personId, isMe }} />
        </div>
        <PersonAside {...tools} />
      </div>
    </>
  );
}
