import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Replica } from '@roer/domain/replica';
import { useConnection } from '../live/connection.ts';
import { ConnectionNotice } from '../ui/connection-notice.tsx';
import styles from './connection-state.module.css';

/** Shows that there is no connection, once that lasts longer than a blink. */
export function ConnectionState() {
  const connection = useConnection();
  const since = connection.state === 'lost' ? connection.since : undefined;
  const [shown, setShown] = useState<number>();
  useEffect(() => {
    if (since === undefined) return undefined;
    const timer = setTimeout(() => setShown(since), 800);
    return () => clearTimeout(timer);
  }, [since]);
  if (since === undefined || shown !== since) return null;
  return <Lost since={since} />;
}

function Lost({ since }: { readonly since: number }) {
  const waiting = useWaitingCommands();
  return (
    <div className={styles.bar}>
      <ConnectionNotice since={since} waiting={waiting} />
    </div>
  );
}

/** How many commands of this browser wait to be sent. */
function useWaitingCommands(): number {
  const client = useQueryClient();
  const count = () =>
    client
      .getQueriesData<Replica>({ queryKey: ['team'] })
      .reduce((sum, [, replica]) => sum + (replica?.pending.length ?? 0), 0);
  const [waiting, setWaiting] = useState(count);
  useEffect(() => client.getQueryCache().subscribe(() => setWaiting(count)));
  return waiting;
}
