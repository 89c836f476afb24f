import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect, useLocation, useSearch } from 'wouter';
import { useFirstRun } from '../features/identity/first-run.ts';
import { doorTo } from '../features/identity/return-to.ts';
import { useFailureSentence } from '../i18n/failure-sentence.ts';
import { failureOf } from '../live/api.ts';
import { PlainShell } from '../shell/plain-shell.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';

type ToTheDoorProps = {
  /** The session stopped by itself. */
  readonly ended: boolean;
  /** Whoever signed out on purpose starts at the first page next time. */
  readonly left: boolean;
};

/** Brings a stranger to the first page that fits, and remembers the address that was asked for. */
export function ToTheDoor({ ended, left }: ToTheDoorProps) {
  const t = useTranslations('shell.failed');
  const sentence = useFailureSentence();
  const client = useQueryClient();
  const [path] = useLocation();
  const search = useSearch();
  const firstRun = useFirstRun();
  // The address at the moment of arriving; the redirect changes it.
  const [wanted] = useState(left ? '/' : search ? `${path}?${search}` : path);
  useEffect(() => {
    // Nothing of the person who was here stays behind on this device.
    const anybodys = new Set<unknown>(['me', 'first-run']);
    client.removeQueries({ predicate: ({ queryKey }) => !anybodys.has(queryKey[0]) });
  }, [client]);
  if (firstRun.data) {
    const door = firstRun.data.state === 'own' ? '/sign-in' : '/start';
    return <Redirect to={doorTo(door, { wanted, ended })} replace />;
  }
  if (!firstRun.isError) return null;
  return (
    <PlainShell>
      <ErrorNotice
        title={sentence(failureOf(firstRun.error))}
        action={<Button onClick={() => void firstRun.refetch()}>{t('retry')}</Button>}
      />
    </PlainShell>
  );
}
