import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { roomSize, takenRoles } from '@roer/domain/learning/intervisie';
import { phases } from '@roer/domain/learning/intervisie-clock';
import { api } from '../../live/api.ts';
import { PersonName } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useIntervisieAct } from './intervisie.ts';
import type { Room } from './intervisie.ts';
import { ownerOf } from './room-people.tsx';
import styles from './intervisie.module.css';

/** Until it begins: who is there, who does what, and what happens with what is written. */
export function RoomWaiting({ room }: { readonly room: Room }) {
  const t = useTranslations('intervisie');
  const { act, busy, failure } = useIntervisieAct();
  const [, navigate] = useLocation();
  const { people, me, proposed, minutes, id: roomId } = room;
  const owner = ownerOf(room);
  const enough = people.length >= roomSize.least;
  const lead = me.isCaseOwner ? t('waiting.leadMine') : t('waiting.lead', { name: owner });
  const leave = async (): Promise<void> => {
    const away = me.isCaseOwner
      ? () => api.learning.endIntervisie.mutate({ roomId, keep: false })
      : () => api.learning.leaveIntervisie.mutate({ roomId });
    if (await act(away)) navigate(`/team/${room.teamId}/intervisie`);
  };
  return (
    <>
      <PageLead above={t('title')} quiet={t('waiting.quiet', { count: people.length })}>
        {enough && me.isInside ? t('waiting.leadInside') : lead}
      </PageLead>
      {failure !== undefined && <ErrorNotice title={failure} />}
      <div className={styles.columns}>
        <section>
          <SectionHeading>{t('waiting.people')}</SectionHeading>
          <ul className={styles.people}>
            {people.map(({ id, name, role }) => (
              <li key={id}>
                <PersonName
                  name={name}
                  isMe={id === me.id}
                  {...(id === me.id && { label: t('waiting.me', { name }) })}
                />
                <span className={styles.quiet}>
                  {t(`role.${role}`)}
                  {takenRoles.some((each) => each === role && proposed.includes(each)) && ` (${t('waiting.proposed')})`}
                </span>
              </li>
            ))}
          </ul>
          {me.isInside && !me.isCaseOwner && (
            <div className={styles.buttons}>
              {takenRoles
                .filter(
                  (role) => proposed.includes(role) || !people.some((each) => each.id === me.id && each.role === role),
                )
                .map((role) => (
                  <Button
                    key={role}
                    dense
                    busy={busy}
                    onClick={() =>
                      void act(
                        () => api.learning.takeIntervisieRole.mutate({ roomId, role }),
                        t(`waiting.taken.${role}`),
                      )
                    }
                  >
                    {t(`waiting.take.${role}`)}
                  </Button>
                ))}
            </div>
          )}
          <div className={styles.start}>
            {!me.isInside && (
              <Button
                kind="primary"
                busy={busy}
                onClick={() => void act(() => api.learning.joinIntervisie.mutate({ roomId }), t('waiting.joined'))}
              >
                {t('waiting.join')}
              </Button>
            )}
            {me.mayStart && (
              <Button
                kind="primary"
                busy={busy}
                notYet={enough ? undefined : t('waiting.tooFew')}
                onClick={() => void act(() => api.learning.startIntervisie.mutate({ roomId }))}
              >
                {t('waiting.start')}
              </Button>
            )}
            {me.isInside && (
              <Button kind="tertiary" busy={busy} onClick={() => void leave()}>
                {t('waiting.leave')}
              </Button>
            )}
          </div>
          {me.isInside && !me.mayStart && <p className={styles.quiet}>{t('waiting.whoStarts', { owner })}</p>}
        </section>
        <section>
          <SectionHeading>{t('waiting.plan')}</SectionHeading>
          <ol className={styles.plan}>
            {phases.map((phase, index) => (
              <li key={phase}>
                <b>{t(`phase.${phase}`)}</b> <span>{t('waiting.planMinutes', { minutes: minutes[index] ?? 0 })}</span>
                <p>{t(`phaseWords.${phase}`)}</p>
              </li>
            ))}
          </ol>
          <p className={styles.quiet}>{t('waiting.afterStart')}</p>
          <p className={styles.quiet}>{t('waiting.secret', { owner })}</p>
        </section>
      </div>
    </>
  );
}
