import { useTranslations } from 'use-intl';
import { mayWriteIn } from '@roer/domain/learning/intervisie';
import { phases } from '@roer/domain/learning/intervisie-clock';
import type { Phase } from '@roer/domain/learning/intervisie-clock';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useIntervisieAct } from './intervisie.ts';
import type { Room } from './intervisie.ts';
import { RoomWrite } from './room-write.tsx';
import styles from './intervisie.module.css';

type RoomNotesProps = {
  readonly room: Room;
  /** Null when all are over. */
  readonly phase: Phase | null;
  readonly owner: string;
};

/** What is written, by phase: the one of now first, then those before it. */
export function RoomNotes({ room, phase, owner }: RoomNotesProps) {
  const t = useTranslations('intervisie');
  const { isCaseOwner } = room.me;
  // What one will do can still be written when the time is over.
  const writesIn = phase ?? 'intention';
  const writes = mayWriteIn(writesIn, isCaseOwner);
  const earlier = phases.filter((each) => each !== writesIn && room.lines.some((line) => line.phase === each));
  const reads = writesIn === 'questions' ? null : t(`notes.others.${writesIn}`, { owner });
  return (
    <>
      <section>
        <SectionHeading aside={t(`phase.${writesIn}`)}>{t('notes.title')}</SectionHeading>
        <Lines room={room} phase={writesIn} />
        {writes ? <RoomWrite roomId={room.id} phase={writesIn} /> : <p className={styles.quiet}>{reads}</p>}
      </section>
      {earlier.length > 0 && (
        <section>
          <SectionHeading>{t('notes.earlier')}</SectionHeading>
          {earlier.map((each) => (
            <div key={each} className={styles.earlier}>
              <h3>{t(`phase.${each}`)}</h3>
              <Lines room={room} phase={each} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function Lines({ room, phase }: { readonly room: Room; readonly phase: Phase }) {
  const t = useTranslations('intervisie.notes');
  const { act, busy } = useIntervisieAct();
  const lines = room.lines.filter((line) => line.phase === phase);
  if (lines.length === 0) return <p className={styles.none}>{t('none')}</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.id}>
          <b>{line.isMine ? t('you') : line.writer}</b>
          <p>{line.text}</p>
          {line.isMine && (
            <Button
              kind="tertiary"
              dense
              busy={busy}
              aria-label={t('removeAbout', { text: line.text })}
              onClick={() =>
                void act(() => api.learning.removeIntervisieLine.mutate({ roomId: room.id, lineId: line.id }))
              }
            >
              {t('remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
