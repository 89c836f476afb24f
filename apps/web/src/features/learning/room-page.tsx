import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { IntervisieId, TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { forgetDraft } from '../../live/kept-drafts.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useIntervisieRoom } from './intervisie.ts';
import { RoomRunning } from './room-running.tsx';
import { RoomWaiting } from './room-waiting.tsx';
import { lineDraft } from './room-write.tsx';
import styles from './intervisie.module.css';

type RoomPageProps = { readonly teamId: TeamId; readonly roomId: IntervisieId };

/** One room: until it begins who is there, then the phase that it is now. Whoever comes back comes back to that. */
export default function RoomPage({ teamId, roomId }: RoomPageProps) {
  const t = useTranslations('intervisie');
  const sentence = useFailureSentence();
  const { data, error, refetch } = useIntervisieRoom(roomId);
  usePageTitle(t('title'));
  const failure = error ? failureOf(error) : null;
  const isGone = failure !== null && (failure.code === 'notFound' || failure.code === 'badInput');
  if (isGone) return <RoomGone {...{ teamId, roomId }} wasInside={data?.room.me.isInside === true} />;
  if (data) {
    const { room, zero } = data;
    // Of another team the address is wrong, and shows nothing.
    if (room.teamId !== teamId) return <RoomGone {...{ teamId, roomId }} wasInside={false} />;
    return room.clock === null ? (
      <RoomWaiting room={room} />
    ) : (
      <RoomRunning room={room} clock={room.clock} zero={zero} />
    );
  }
  if (failure === null) return <SkeletonRows rows={5} />;
  return (
    <ErrorNotice title={t('notLoaded')} action={<Button onClick={() => void refetch()}>{t('again')}</Button>}>
      {sentence(failure)}
    </ErrorNotice>
  );
}

function RoomGone({ teamId, roomId, wasInside }: RoomPageProps & { readonly wasInside: boolean }) {
  const t = useTranslations('intervisie.gone');
  // What was typed and not sent goes with it.
  useEffect(() => forgetDraft(lineDraft(roomId)), [roomId]);
  return (
    <>
      <PageLead {...(!wasInside && { quiet: t('quiet') })}>{wasInside ? t('endedLead') : t('lead')}</PageLead>
      {wasInside && <p className={styles.after}>{t('endedWords')}</p>}
      <p className={styles.tools}>
        <Link href={`/team/${teamId}/intervisie`} className={buttonLook({ kind: 'secondary' })}>
          {t('back')}
        </Link>
      </p>
    </>
  );
}
