import { Suspense, useEffect, useState } from 'react';
import { lazyWithSentences } from '../i18n/later-sentences.tsx';
import { useConnection } from '../live/connection.ts';
import { outboxForgets, useOutbox } from '../live/outbox-state.ts';
import { ConnectionNotice } from '../ui/connection-notice.tsx';
import styles from './connection-state.module.css';

const RefusedList = lazyWithSentences(() => import('../features/responsibilities/refused-list.tsx'));

/** Shows that there is no connection, once that lasts longer than a blink, and what could not be done afterwards. */
export function ConnectionState() {
  const connection = useConnection();
  const { waiting, refused } = useOutbox();
  const since = connection.state === 'lost' ? connection.since : undefined;
  const [shown, setShown] = useState<number>();
  useEffect(() => {
    if (since === undefined) return undefined;
    const timer = setTimeout(() => setShown(since), 800);
    return () => clearTimeout(timer);
  }, [since]);
  return (
    <>
      {since !== undefined && shown === since && (
        <div className={styles.bar}>
          <ConnectionNotice since={since} waiting={waiting.length} forgets={outboxForgets()} />
        </div>
      )}
      {refused.length > 0 && (
        <div className={styles.bar}>
          <Suspense>
            <RefusedList refused={refused} />
          </Suspense>
        </div>
      )}
    </>
  );
}
