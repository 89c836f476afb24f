import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { MembershipId, PersonId, TeamId } from '@roer/domain/ids';
import { useNumberWords } from '../../i18n/number-words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { useHoursAWeek } from './hours-a-week.ts';
import { RowMenu } from './row-menu.tsx';
import styles from './organisation.module.css';
import { WeekStrip } from './week-strip.tsx';
import { lazily } from '../../i18n/lazily.ts';

const AddMemberDialog = lazily(() => import('./add-member-dialog.tsx'));
const MembershipDialog = lazily(() => import('./membership-dialog.tsx'));
const EndMembershipDialog = lazily(() => import('./end-membership-dialog.tsx'));

export type ListedMember = {
  readonly id: MembershipId;
  readonly personId: PersonId;
  readonly name: string;
  readonly home: boolean;
  readonly minutesByWeekday: readonly number[];
};

type MemberListProps = {
  readonly team: { readonly id: TeamId; readonly name: string };
  readonly members: readonly ListedMember[];
  readonly meId: PersonId | undefined;
  readonly snapshot: TeamSnapshot | undefined;
};

type Wish = { kind: 'add' } | { kind: 'hours' | 'end'; member: ListedMember };

/** Who is in a team and for how many hours, by name, with what can be changed about it. */
export function MemberList({ team, members, meId, snapshot }: MemberListProps) {
  const t = useTranslations('organisation.members');
  const log = useTranslations('audit');
  const { wordAtStart } = useNumberWords();
  const hoursAWeek = useHoursAWeek();
  const [wish, setWish] = useState<Wish>();
  usePageTitle(t('pageTitle', { team: team.name }));
  const sorted = members.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
  const close = () => setWish(undefined);
  return (
    <div className={styles.narrow}>
      <div className={styles.top}>
        <PageLead
          above={snapshot ? undefined : team.name}
          quiet={
            members.length > 0
              ? t('together', { hours: hoursAWeek(members.map(({ minutesByWeekday }) => minutesByWeekday)) })
              : undefined
          }
        >
          {members.length === 0
            ? t('leadEmpty')
            : t('lead', { count: members.length, word: wordAtStart(members.length) })}
        </PageLead>
        <Button onClick={() => setWish({ kind: 'add' })}>{t('add')}</Button>
      </div>
      {members.length === 0 && (
        <EmptyState sign="asleep" title={t('empty')}>
          {t('emptyWords')}
        </EmptyState>
      )}
      <ul>
        {sorted.map((member) => (
          <li key={member.id} className={classNames(styles.row, styles.memberRow)}>
            <div className={styles.person}>
              <Avatar name={member.name} isMe={member.personId === meId} />
              <div>
                <div className={styles.name}>
                  {snapshot ? (
                    <Link href={`/team/${team.id}/person/${member.personId}`}>{member.name}</Link>
                  ) : (
                    member.name
                  )}
                </div>
                {!member.home && <div className={styles.note}>{t('guest')}</div>}
              </div>
            </div>
            <WeekStrip minutesByWeekday={member.minutesByWeekday} />
            <span className={styles.aside}>{hoursAWeek([member.minutesByWeekday])}</span>
            <RowMenu
              label={t('more', { name: member.name })}
              acts={[
                { id: 'hours', label: t('hours') },
                { id: 'end', label: t('end') },
              ]}
              onChoose={(kind) => setWish({ kind, member })}
            />
          </li>
        ))}
      </ul>
      {snapshot && (
        <p className={styles.toLog}>
          <Link href={`/team/${team.id}/audit`}>{log('toTeam')}</Link>
        </p>
      )}
      <Suspense>
        {wish?.kind === 'add' && (
          <AddMemberDialog
            teamId={team.id}
            teamName={team.name}
            memberIds={new Set(members.map(({ personId }) => personId))}
            onClose={close}
          />
        )}
        {wish?.kind === 'hours' && (
          <MembershipDialog
            membership={{ ...wish.member, teamId: team.id }}
            name={wish.member.name}
            teamName={team.name}
            onClose={close}
          />
        )}
        {wish?.kind === 'end' && (
          <EndMembershipDialog
            membership={{ ...wish.member, teamId: team.id }}
            name={wish.member.name}
            teamName={team.name}
            snapshot={snapshot}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}
