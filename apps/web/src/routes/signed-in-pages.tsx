import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { meQuery, useMe } from '../features/identity/me.ts';
import type { Me } from '../features/identity/me.ts';
import { signOut } from '../features/identity/sign-in-doors.ts';
import { lazyWithSentences } from '../i18n/later-sentences.tsx';
import { useFailureSentence } from '../i18n/failure-sentence.ts';
import { failureOf } from '../live/api.ts';
import type { Failure } from '../live/api.ts';
import { outboxNow } from '../live/outbox-state.ts';
import { forgetWhoWasHere } from '../live/remembered.ts';
import { PlainShell } from '../shell/plain-shell.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SignedIn } from './signed-in.tsx';
import { ToTheDoor } from './to-the-door.tsx';

const LeaveDialog = lazyWithSentences(() => import('../features/identity/leave-dialog.tsx'));

/** How many things would be gone with what this device keeps. */
const unsent = (): number => outboxNow().waiting.length + outboxNow().refused.length;

/** Everything behind the door: for somebody signed in their page, for a stranger the way to the door. */
export function SignedInPages() {
  const t = useTranslations('shell.failed');
  const sentence = useFailureSentence();
  const client = useQueryClient();
  const me = useMe();
  // Who was signed in before, to tell a session that ended from somebody who comes in.
  const [known, setKnown] = useState<Me | null>(null);
  const [leftByChoice, setLeftByChoice] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [warns, setWarns] = useState(false);
  if (me.data && me.data !== known) {
    setKnown(me.data);
    setLeftByChoice(false);
  }

  const leave = useCallback(async () => {
    const { refused, next } = await signOut();
    if (refused) {
      setFailure(refused);
      return;
    }
    setFailure(undefined);
    setLeftByChoice(true);
    const gone = forgetWhoWasHere();
    client.setQueryData(meQuery.queryKey, null);
    if (next) void gone.finally(() => location.assign(next));
  }, [client]);

  if (me.data) {
    return (
      <>
        <SignedIn
          key={me.data.person.id}
          me={me.data}
          onSignOut={() => (unsent() > 0 ? setWarns(true) : void leave())}
          problem={failure && sentence(failure)}
        />
        {warns && (
          <Suspense>
            <LeaveDialog
              count={unsent()}
              onStay={() => setWarns(false)}
              onLeave={() => {
                setWarns(false);
                void leave();
              }}
            />
          </Suspense>
        )}
      </>
    );
  }
  if (me.data === null) return <ToTheDoor ended={known !== null && !leftByChoice} left={leftByChoice} />;
  if (me.isError) {
    return (
      <PlainShell>
        <ErrorNotice
          title={sentence(failureOf(me.error))}
          action={<Button onClick={() => void me.refetch()}>{t('retry')}</Button>}
        />
      </PlainShell>
    );
  }
  return null;
}
