import { useTranslations } from 'use-intl';
import type { PhaseNow } from '@roer/domain/learning/intervisie-clock';
import styles from './intervisie.module.css';

type RoomTimeProps = { readonly here: Exclude<PhaseNow, { state: 'over' }> };

/** What is left of this phase, the same at everybody's. Not read out each second: a timer is silent by itself. */
export function RoomTime({ here }: RoomTimeProps) {
  const t = useTranslations('intervisie.running');
  const left = Math.ceil(here.left / 1000);
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  return (
    <div className={styles.clock}>
      <p role="timer" aria-label={t('left', { minutes, seconds })} className={styles.time}>
        {minutes}:{String(seconds).padStart(2, '0')}
      </p>
      {here.state === 'paused' && <p>{t('paused')}</p>}
    </div>
  );
}
