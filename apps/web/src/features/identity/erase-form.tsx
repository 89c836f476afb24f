import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Asked } from '../../live/use-ask.ts';
import type { Failure } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import { ConfirmFields } from './confirm-fields.tsx';
import type { useConfirmation } from './confirm-fields.tsx';

/** The last step: saying that it is meant, and showing that it is them where it is about oneself. */
export function EraseForm(props: {
  readonly name: string;
  /** `recent` where nobody has to be shown: an administrator. */
  readonly how: ReturnType<typeof useConfirmation>;
  readonly submit: string;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  readonly onErase: (password: string | null) => Promise<Asked<unknown>>;
}) {
  const { name, how, submit, busy, failure, onErase } = props;
  const t = useTranslations('account.erase');
  const data = useTranslations('account.myData');
  const sentence = useFailureSentence();
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const [password, setPassword] = useState('');
  const wrong = failure?.code === 'wrongPassword';
  const missing = tried && how === 'password' && password === '' ? data('passwordMissing') : undefined;
  const erase = async () => {
    setTried(true);
    if (!sure || how === undefined || how === 'signInAgain' || (how === 'password' && password === '')) return;
    await onErase(how === 'password' ? password : null);
  };
  return (
    <Form
      onSubmit={() => void erase()}
      failure={
        failure && !wrong
          ? sentence(failure)
          : tried && !sure
            ? t('notSure')
            : tried && how === 'signInAgain'
              ? data('signInAgain')
              : undefined
      }
      actions={
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
      }
    >
      <Checkbox checked={sure} onTick={setSure}>
        {t('sure', { name })}
      </Checkbox>
      <ConfirmFields how={how} value={password} onText={setPassword} error={wrong ? sentence(failure) : missing} />
    </Form>
  );
}
