import WifiOff from 'lucide-react/icons/wifi-off';
import { useFormatter, useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import styles from './notice.module.css';

type ConnectionNoticeProps = {
  /** Moment of the last news in epoch milliseconds; the page shows the state of then. */
  readonly since: number;
  /** Commands that wait to be sent. */
  readonly waiting: number;
  /** This browser keeps nothing: what waits is gone when the page closes. */
  readonly forgets?: boolean;
};

/** Without connection: which state you see, and that nothing is lost. Render it only while there is none. */
export function ConnectionNotice({ since, waiting, forgets = false }: ConnectionNoticeProps) {
  const t = useTranslations('ui');
  const format = useFormatter();
  return (
    <div role="status" className={styles.connection}>
      <Notice
        sign={<Icon of={WifiOff} />}
        title={t('offlineTitle', { time: format.dateTime(since, { hour: 'numeric', minute: '2-digit' }) })}
      >
        {t(forgets ? 'offlineForgets' : 'offlineWords', { waiting })}
      </Notice>
    </div>
  );
}
