import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { PageLead } from '../../ui/page-lead.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { AccountSection } from './account-section.tsx';
import { AppointmentSection } from './appointment-section.tsx';
import { useHoursAWeek } from './hours-a-week.ts';
import { NoSuchThing } from './no-such-thing.tsx';
import { usePeople, useStructure } from './organisation-queries.ts';
import type { Person, PersonMembership, Structure } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import { RowMenu } from './row-menu.tsx';
import { WeekStrip } from './week-strip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './organisation.module.css';

const MembershipDialog = lazily(() => import('./membership-dialog.tsx'));
const JoinTeamDialog = lazily(() => import('./join-team-dialog.tsx'));
const EndMembershipDialog = lazily(() => import('./end-membership-dialog.tsx'));

/** One person, for administrators: teams, roles and account. */
export default function PersonPage({ personId }: { readonly personId: string }) {
  const people = usePeople();
  const structure = useStructure();
  return (
    <Loaded query={people}>
      {(everybody) => {
        const person = everybody.find(({ id }) => id === personId);
        if (!person) return <NoSuchThing />;
        return <Loaded query={structure}>{(domains) => <PersonView person={person} structure={domains} />}</Loaded>;
      }}
    </Loaded>
  );
}

function PersonView({ person, structure }: { readonly person: Person; readonly structure: Structure }) {
  const t = useTranslations('organisation.person');
  const people = useTranslations('organisation.people');
  usePageTitle(person.name);
  return (
    <div className={styles.narrow}>
      <div className={styles.top}>
        <PageLead quiet={person.state === 'active' ? undefined : `${people(`state.${person.state}`)}.`}>
          {t('lead', { name: person.name })}
        </PageLead>
        <Link href="/organisation/people" className={buttonLook({ kind: 'tertiary' })}>
          {t('back')}
        </Link>
      </div>
      <div className={styles.sections}>
        <Memberships person={person} structure={structure} />
        <AppointmentSection person={person} structure={structure} />
        <AccountSection person={person} />
      </div>
    </div>
  );
}

type Wish = { kind: 'hours' | 'end'; membership: PersonMembership };

function Memberships({ person, structure }: { readonly person: Person; readonly structure: Structure }) {
  const t = useTranslations('organisation.person');
  const members = useTranslations('organisation.members');
  const hoursAWeek = useHoursAWeek();
  const [wish, setWish] = useState<Wish>();
  const [joining, setJoining] = useState(false);
  const dialog = wish && {
    membership: { ...wish.membership, personId: person.id },
    name: person.name,
    teamName: wish.membership.teamName,
    onClose: () => setWish(undefined),
  };
  return (
    <section className={styles.section}>
      <SectionHeading>{t('teams')}</SectionHeading>
      {person.memberships.length === 0 && <p className={styles.note}>{t('noTeams')}</p>}
      <ul>
        {person.memberships.map((membership) => (
          <li key={membership.id} className={classNames(styles.row, styles.memberRow)}>
            <div>
              <div className={styles.name}>
                <Link href={`/team/${membership.teamId}/members`}>{membership.teamName}</Link>
              </div>
              {membership.home && <div className={styles.note}>{t('homeTeam')}</div>}
            </div>
            <WeekStrip minutesByWeekday={membership.minutesByWeekday} />
            <span className={styles.aside}>{hoursAWeek([membership.minutesByWeekday])}</span>
            <RowMenu
              label={members('more', { name: membership.teamName })}
              acts={[
                { id: 'hours', label: members('hours') },
                { id: 'end', label: members('end') },
              ]}
              onChoose={(kind) => setWish({ kind, membership })}
            />
          </li>
        ))}
      </ul>
      <Button onClick={() => setJoining(true)}>{t('join')}</Button>
      <Suspense>
        {joining && <JoinTeamDialog person={person} structure={structure} onClose={() => setJoining(false)} />}
        {dialog && wish.kind === 'hours' && <MembershipDialog {...dialog} />}
        {dialog && wish.kind === 'end' && <EndMembershipDialog {...dialog} snapshot={undefined} />}
      </Suspense>
    </section>
  );
}
