import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFirstRun } from './first-run.ts';
import styles from './identity.module.css';
import { meQuery } from './me.ts';

/** What was just done to the name; `before` is what it was. */
type Done = { name: string; before: string };

/** One's own name, as colleagues see it (rule MD11), with the way back until one leaves the page. */
export function OwnName({ name }: { readonly name: string }) {
  const t = useTranslations('account.ownName');
  const ui = useTranslations('ui');
  const sentence = useFailureSentence();
  const client = useQueryClient();
  const provider = useFirstRun().data?.provider;
  const { busy, failure, ask } = useAsk();
  // Null as long as nobody types: a name that an administrator changes meanwhile is shown.
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const wanted = typed ?? name;
  const missing = wanted.trim() === '';
  const change = async (to: string) => {
    const commandId: CommandId = newId<'command'>();
    setDone(null);
    const asked = await ask(() => api.organisation.renameMyself.mutate({ commandId, name: to }), { again: true });
    if (!asked.ok) return false;
    await Promise.all(
      [meQuery.queryKey, ['account', 'stored'], ['organisation']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
    setTyped(null);
    setTried(false);
    return true;
  };
  const submit = async () => {
    setTried(true);
    const to = wanted.trim();
    if (!missing && (await change(to)) && to !== name) setDone({ name: to, before: name });
  };
  const undo = async ({ before }: Done) => {
    if (await change(before)) setDone({ name: before, before });
  };
  return (
    <section className={styles.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{t('words')}</p>
      <Form
        onSubmit={() => void submit()}
        failure={failure && sentence(failure)}
        actions={
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        }
      >
        <TextField
          label={t('label')}
          autoComplete="name"
          maxLength={120}
          value={wanted}
          onText={setTyped}
          error={tried && missing ? t('missing') : undefined}
        />
      </Form>
      <p role="status">{done && t(done.name === done.before ? 'undone' : 'done', { name: done.name })}</p>
      {done && done.name !== done.before && (
        <Button kind="tertiary" busy={busy} onClick={() => void undo(done)}>
          {ui('undo')}
        </Button>
      )}
      {provider && <p className={styles.words}>{t('provider', { provider })}</p>}
      <p className={styles.words}>{t('email')}</p>
    </section>
  );
}
