import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { api } from '../../live/api.ts';
import { forgetDraft } from '../../live/kept-drafts.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useIntervisieAct } from './intervisie.ts';
import type { Room } from './intervisie.ts';
import { lineDraft } from './room-write.tsx';
import { SureButton } from './sure-button.tsx';
import styles from './intervisie.module.css';

type RoomEndProps = { readonly room: Room; readonly owner: string; readonly isOver: boolean };

// Of this module: another function each time would take the focus each time.
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** What happens with what was written, for everybody; whose case it is chooses it, anybody else may leave. */
export function RoomEnd({ room, owner, isOver }: RoomEndProps) {
  const t = useTranslations('intervisie.end');
  const { act, busy, failure } = useIntervisieAct();
  const [, navigate] = useLocation();
  const [asks, setAsks] = useState(false);
  const roomId = room.id;
  const away = async (work: () => Promise<unknown>, done?: string): Promise<void> => {
    if (!(await act(work, done))) return;
    forgetDraft(lineDraft(roomId));
    navigate(`/team/${room.teamId}/intervisie`);
  };
  const end = (keep: boolean) => () =>
    void away(() => api.learning.endIntervisie.mutate({ roomId, keep }), keep ? t('kept') : t('gone'));
  return (
    <section className={styles.end}>
      <SectionHeading>{t('title')}</SectionHeading>
      {failure !== undefined && <ErrorNotice title={failure} />}
      {room.me.isCaseOwner ? (
        <>
          <p>{t('words')}</p>
          {isOver || asks ? (
            <>
              <p role="status">{t('sure')}</p>
              <div className={styles.buttons}>
                {/* The button that was pressed is gone: whoever works by keyboard goes on from here. */}
                <Button dense busy={busy} onClick={end(true)} {...(asks && { ref: takeFocus })}>
                  {t('keep')}
                </Button>
                <Button dense busy={busy} onClick={end(false)}>
                  {t('letGo')}
                </Button>
              </div>
            </>
          ) : (
            <Button dense onClick={() => setAsks(true)}>
              {t('button')}
            </Button>
          )}
        </>
      ) : (
        <>
          <p>{t('othersWords', { owner })}</p>
          <SureButton
            label={t('leave')}
            sure={t('leaveSure')}
            yes={t('leaveYes')}
            busy={busy}
            onSure={() => void away(() => api.learning.leaveIntervisie.mutate({ roomId }))}
          />
        </>
      )}
      <p className={styles.quiet}>{t('itself')}</p>
    </section>
  );
}
