import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { TeamId } from '@roer/domain/ids';
import { api } from '../../live/api.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { BuddyAsk } from './buddy-ask.tsx';
import { goalAddress, useOwnGoals, useTeamGoals } from './goals.ts';
import type { BuddyView } from './goals.ts';
import { SureButton } from './sure-button.tsx';
import { useLearningAct } from './use-learning-act.ts';
import styles from './goal.module.css';

type BuddySectionProps = { readonly teamId: TeamId; readonly actor: Actor };

/** With whom I learn in this team, and who learns with me. */
export function BuddySection({ teamId, actor }: BuddySectionProps) {
  const t = useTranslations('goals.buddy');
  const words = useTranslations('goals');
  const { data: own } = useOwnGoals();
  const { data: shown = [] } = useTeamGoals(teamId);
  const { act, busy, failure } = useLearningAct();
  if (!own) return null;
  const here = own.buddies.filter((buddy) => buddy.teamId === teamId);
  const mine = here.find((buddy) => buddy.mine);
  const others = here.filter((buddy) => !buddy.mine && buddy.state !== 'declined');
  const end = (buddy: BuddyView, done: string) => void act(() => api.learning.endBuddy.mutate({ id: buddy.id }), done);
  const answer = ({ id }: BuddyView, agrees: boolean) =>
    void act(() => api.learning.answerBuddy.mutate({ id, agrees }), t(agrees ? 'saidYes' : 'saidNo'));
  return (
    <section className={styles.buddy}>
      <SectionHeading>{t('heading')}</SectionHeading>
      {mine && (
        <div className={styles.person}>
          <Avatar name={mine.name} />
          <div>
            <b>{mine.name}</b>
            <p className={styles.quiet}>{t(`mine.${mine.state}`)}</p>
            {mine.state === 'agreed' && (
              <SureButton
                label={t('stop')}
                sure={t('stopSure', { name: mine.name })}
                yes={t('stopYes')}
                busy={busy}
                onSure={() => end(mine, t('stopped'))}
              />
            )}
            {mine.state === 'asked' && (
              <Button kind="tertiary" dense busy={busy} onClick={() => end(mine, t('withdrawn'))}>
                {t('withdraw')}
              </Button>
            )}
          </div>
        </div>
      )}
      {(!mine || mine.state === 'declined') && <BuddyAsk {...{ teamId, actor, goals: own.goals }} />}
      {others.map((buddy) => (
        <div key={buddy.id} className={styles.person}>
          <Avatar name={buddy.name} />
          <div>
            <b>{buddy.name}</b>
            <p className={styles.quiet}>{t(`of.${buddy.state === 'agreed' ? 'agreed' : 'asked'}`)}</p>
            {shown
              .filter(({ personId }) => buddy.state === 'agreed' && personId === buddy.personId)
              .map(({ id, title }) => (
                <Link key={id} href={goalAddress(teamId, id)}>
                  {title === '' ? words('untitled') : title}
                </Link>
              ))}
            {buddy.state === 'asked' ? (
              <div className={styles.buttons}>
                <Button dense busy={busy} onClick={() => answer(buddy, true)}>
                  {t('yes')}
                </Button>
                <Button dense kind="tertiary" busy={busy} onClick={() => answer(buddy, false)}>
                  {t('no')}
                </Button>
              </div>
            ) : (
              <SureButton
                label={t('stop')}
                sure={t('stopSureOther', { name: buddy.name })}
                yes={t('stopYes')}
                busy={busy}
                onSure={() => end(buddy, t('stopped'))}
              />
            )}
          </div>
        </div>
      ))}
      {failure !== undefined && <ErrorNotice title={failure} />}
    </section>
  );
}
