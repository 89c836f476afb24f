import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { IntervisieHow } from './intervisie-how.tsx';
import { IntervisieKept } from './intervisie-kept.tsx';
import { useIntervisieRooms } from './intervisie.ts';
import type { RoomCard } from './intervisie.ts';
import { RoomItem } from './room-item.tsx';
import { lazily } from '../../i18n/lazily.ts';
import styles from './intervisie.module.css';

const NewRoomDialog = lazily(() => import('./new-room-dialog.tsx'));

type IntervisiePageProps = { readonly teamId: TeamId; readonly teamName: string; readonly me: string };

/** Team › Intervisie: which room is open, how it goes, and what I kept of my own cases. */
export default function IntervisiePage({ teamId, teamName, me }: IntervisiePageProps) {
  const t = useTranslations('intervisie');
  const sentence = useFailureSentence();
  const { data, error, refetch } = useIntervisieRooms(teamId);
  const [opens, setOpens] = useState(false);
  usePageTitle(t('title'));
  if (!data) {
    if (!error) return <SkeletonRows rows={4} />;
    return (
      <ErrorNotice title={t('notLoaded')} action={<Button onClick={() => void refetch()}>{t('again')}</Button>}>
        {sentence(failureOf(error))}
      </ErrorNotice>
    );
  }
  const { rooms } = data;
  return (
    <>
      <PageLead above={teamName} quiet={t('lead.quiet')}>
        <Lead rooms={rooms} me={me} />
      </PageLead>
      {rooms.length > 0 && (
        <section className={styles.section}>
          <SectionHeading>{t('rooms')}</SectionHeading>
          <ul className={styles.rooms}>
            {rooms.map((room) => (
              <RoomItem key={room.id} room={room} isMine={room.ownerName === me} teamId={teamId} />
            ))}
          </ul>
        </section>
      )}
      <div className={styles.tools}>
        <Button kind={rooms.length === 0 ? 'primary' : 'secondary'} onClick={() => setOpens(true)}>
          {t('open.button')}
        </Button>
      </div>
      <IntervisieHow />
      <IntervisieKept />
      {opens && (
        <Suspense>
          <NewRoomDialog teamId={teamId} onClose={() => setOpens(false)} />
        </Suspense>
      )}
    </>
  );
}

function Lead({ rooms, me }: { readonly rooms: readonly RoomCard[]; readonly me: string }) {
  const t = useTranslations('intervisie.lead');
  if (rooms.some(({ isInside, hasBegun }) => isInside && hasBegun)) return t('running');
  const [first] = rooms;
  if (!first) return t('none');
  return first.ownerName === me ? t('mine') : t('waiting', { name: first.ownerName });
}
