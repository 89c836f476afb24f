import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { passkeyNameLength } from '@roer/domain/identity/passkey';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFields } from '../../ui/use-fields.ts';
import { PasswordField } from './password-field.tsx';
import type { DeviceRefusal } from './passkey-device.ts';

/** A name for it, and the password; then the device asks for a finger, a face or a pin. What was typed stays when that stops. */
export function AddPasskey({
  onAdded,
  onStop,
}: {
  readonly onAdded: (name: string) => Promise<void>;
  readonly onStop: () => void;
}) {
  const t = useTranslations('account.passkeys');
  const data = useTranslations('account.myData');
  const ui = useTranslations('ui');
  const sentence = useFailureSentence();
  const { values, bind } = useFields({ name: t('nameStart'), password: '' });
  const { busy, failure, ask } = useAsk();
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<DeviceRefusal>();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const name = values.name.trim();
  const submit = async () => {
    setTried(true);
    setRefused(undefined);
    if (name === '' || values.password === '') return;
    const asked = await ask(async () => {
      const wish = await api.identity.passkeys.begin.mutate({ password: values.password });
      // What talks to devices is loaded when it is wanted.
      const { makePasskey } = await import('./passkey-device.ts');
      const passkey = await makePasskey(wish);
      if (typeof passkey === 'string') return passkey;
      await api.identity.passkeys.add.mutate({ name, passkey });
      return 'added';
    });
    if (!asked.ok) return;
    if (asked.answer === 'added') await onAdded(name);
    else setRefused(asked.answer);
  };
  const wrong = failure?.code === 'wrongPassword';
  // The passkey itself was refused, not what was typed.
  const why = failure?.code === 'badInput' ? t('refused') : failure && !wrong && sentence(failure);
  return (
    <Form
      onSubmit={() => void submit()}
      failure={refused ? t(`device.${refused}`) : why || undefined}
      actions={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {t('make')}
          </Button>
          <Button kind="tertiary" onClick={onStop}>
            {ui('cancel')}
          </Button>
        </>
      }
    >
      <TextField
        {...bind('name')}
        ref={first}
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="off"
        maxLength={passkeyNameLength}
        error={tried && name === '' ? t('nameMissing') : undefined}
      />
      <PasswordField
        {...bind('password')}
        label={t('password')}
        hint={t('passwordHint')}
        autoComplete="current-password"
        error={wrong ? sentence(failure) : tried && values.password === '' ? data('passwordMissing') : undefined}
      />
    </Form>
  );
}
