import { useTranslations } from 'use-intl';
import { phases } from '@roer/domain/learning/intervisie-clock';
import type { ClockAct, PhaseNow } from '@roer/domain/learning/intervisie-clock';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useIntervisieAct } from './intervisie.ts';
import type { Room } from './intervisie.ts';
import styles from './intervisie.module.css';

type RoomControlsProps = { readonly room: Room; readonly here: Exclude<PhaseNow, { state: 'over' }> };

/** For who leads or keeps the time: on to the next phase, five minutes more, stand still. */
export function RoomControls({ room, here }: RoomControlsProps) {
  const t = useTranslations('intervisie');
  const { act, busy, failure } = useIntervisieAct();
  const { phase, endsAt } = here;
  const next = phases[phases.indexOf(phase) + 1];
  const press = (pressed: ClockAct) => () =>
    void act(() => api.learning.moveIntervisie.mutate({ roomId: room.id, act: pressed, phase, endsAt }));
  const nobodyLeads = !room.people.some(({ role }) => role === 'facilitator' || role === 'timekeeper');
  return (
    <div className={styles.controls}>
      {nobodyLeads && <p className={styles.quiet}>{t('running.noLead')}</p>}
      {failure !== undefined && <ErrorNotice title={failure} />}
      <Button kind="primary" busy={busy} onClick={press('next')}>
        {next === undefined ? t('running.last') : t('running.next', { phase: t(`phase.${next}`) })}
      </Button>
      <div className={styles.buttons}>
        <Button dense busy={busy} onClick={press('more')}>
          {t('running.more')}
        </Button>
        <Button dense busy={busy} onClick={press(here.state === 'paused' ? 'resume' : 'pause')}>
          {here.state === 'paused' ? t('running.resume') : t('running.pause')}
        </Button>
      </div>
    </div>
  );
}
