import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import { mostPasskeys } from '@roer/domain/identity/passkey';
import { lazily } from '../../i18n/lazily.ts';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { AddPasskey } from './add-passkey.tsx';
import styles from './identity.module.css';
import { arePasskeysHere } from './passkeys-here.ts';

const RemovePasskey = lazily(() => import('./remove-passkey.tsx'));
const queryKey = ['account', 'passkeys'];

export type OwnPasskey = Awaited<ReturnType<typeof api.identity.passkeys.own.query>>['passkeys'][number];

/** One's passkeys: made, and taken away (rules I26, I28, I30). Nothing of it is there for who cannot have one (rule I31). */
export function PasskeysSection() {
  const t = useTranslations('account.passkeys');
  const sentence = useFailureSentence();
  const client = useQueryClient();
  const own = useQuery({ queryKey, queryFn: () => api.identity.passkeys.own.query() });
  const { busy, failure, ask, forget } = useAsk();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<OwnPasskey>();
  const [done, setDone] = useState<string>();
  const { passkeys = [], origin } = own.data ?? {};
  const canAdd = arePasskeysHere(origin);
  // Who could make one elsewhere can still take it away here.
  if (!canAdd && passkeys.length === 0) return null;
  const told = async (words: string) => {
    await Promise.all([queryKey, ['account', 'stored']].map((key) => client.invalidateQueries({ queryKey: key })));
    setDone(words);
  };
  const remove = async ({ id, name }: OwnPasskey) => {
    const asked = await ask(() => api.identity.passkeys.remove.mutate({ id }));
    // Taken away in another window: what was wanted is so.
    if (!asked.ok && asked.failure.code !== 'notFound') return;
    setRemoving(undefined);
    forget();
    await told(t('removed', { name }));
  };
  return (
    <section className={styles.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{t('words')}</p>
      {own.isError && <ErrorNotice title={sentence(failureOf(own.error))} />}
      {passkeys.length === 0 && <p className={styles.words}>{t('none')}</p>}
      {passkeys.length > 0 && (
        <ul className={styles.passkeys}>
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <div>
                <b>{passkey.name}</b>
                <PasskeyDays {...passkey} />
              </div>
              <Button
                kind="tertiary"
                aria-label={t('removeOf', { name: passkey.name })}
                onClick={() => {
                  setDone(undefined);
                  setRemoving(passkey);
                }}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {canAdd && !adding && passkeys.length < mostPasskeys && (
        <Button
          onClick={() => {
            setDone(undefined);
            setAdding(true);
          }}
        >
          {t('add')}
        </Button>
      )}
      {canAdd && adding && (
        <AddPasskey
          onAdded={async (name) => {
            setAdding(false);
            await told(t('added', { name }));
          }}
          onStop={() => setAdding(false)}
        />
      )}
      <p role="status">{done}</p>
      {removing && (
        <RemovePasskey
          name={removing.name}
          busy={busy}
          failure={failure && sentence(failure)}
          onRemove={() => void remove(removing)}
          onClose={() => {
            setRemoving(undefined);
            forget();
          }}
        />
      )}
    </section>
  );
}

function PasskeyDays({ createdOn, usedOn }: OwnPasskey) {
  const t = useTranslations('account.passkeys');
  const format = useFormatter();
  const day = (date: string) => format.dateTime(middayOf(date), { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <small>
      {t('made', { date: day(createdOn) })} {usedOn === null ? t('notUsed') : t('used', { date: day(usedOn) })}
    </small>
  );
}
