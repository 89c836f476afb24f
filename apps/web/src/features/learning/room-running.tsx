import { useTranslations } from 'use-intl';
import { phases } from '@roer/domain/learning/intervisie-clock';
import type { IntervisieClock } from '@roer/domain/learning/intervisie-clock';
import { PageLead } from '../../ui/page-lead.tsx';
import { RoomControls } from './room-controls.tsx';
import { RoomEnd } from './room-end.tsx';
import { RoomNotes } from './room-notes.tsx';
import { RoomPeople, ownerOf } from './room-people.tsx';
import { RoomTime } from './room-time.tsx';
import { useClockWords } from './use-clock-words.ts';
import { useRoomClock } from './use-room-clock.ts';
import type { Room } from './intervisie.ts';
import styles from './intervisie.module.css';

type RoomRunningProps = { readonly room: Room; readonly clock: IntervisieClock; readonly zero: number };

/** While it lasts: the phase, what each does now, the one clock, and what is written. */
export function RoomRunning({ room, clock, zero }: RoomRunningProps) {
  const t = useTranslations('intervisie');
  const here = useRoomClock(clock, zero);
  useClockWords(here);
  const owner = ownerOf(room);
  const role = room.people.find(({ id }) => id === room.me.id)?.role ?? 'adviser';
  const at = here.state === 'over' ? phases.length : phases.indexOf(here.phase);
  // Who keeps the time thinks along as well.
  const does = role === 'timekeeper' ? 'adviser' : role;
  return (
    <>
      <PageLead
        above={t('title')}
        quiet={here.state === 'over' ? t('running.overQuiet') : t(`do.${here.phase}.${does}`, { owner })}
      >
        {here.state === 'over' ? t('running.overLead') : t(`phase.${here.phase}`)}
      </PageLead>
      {role === 'timekeeper' && here.state !== 'over' && <p className={styles.after}>{t('running.timekeeper')}</p>}
      <ol className={styles.steps} aria-label={t('running.steps')}>
        {phases.map((phase, index) => (
          <li key={phase} aria-current={index === at ? 'step' : undefined} {...(index < at && { 'data-done': true })}>
            {t(`phase.${phase}`)}
          </li>
        ))}
      </ol>
      <div className={styles.running}>
        {here.state !== 'over' && (
          <div className={styles.aside}>
            <RoomTime here={here} />
            {room.me.mayMove && <RoomControls room={room} here={here} />}
          </div>
        )}
        <div className={styles.main}>
          <RoomNotes room={room} phase={here.state === 'over' ? null : here.phase} owner={owner} />
        </div>
        <div className={styles.about}>
          <RoomPeople room={room} />
          <RoomEnd room={room} owner={owner} isOver={here.state === 'over'} />
        </div>
      </div>
    </>
  );
}
