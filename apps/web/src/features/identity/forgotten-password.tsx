import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFields } from '../../ui/use-fields.ts';
import styles from './identity.module.css';

type ForgottenPasswordProps = {
  /** What was typed before. */
  readonly email: string;
  /** Whether this server sends mail; else only an administrator can make a link. */
  readonly mail: boolean;
  readonly onBack: () => void;
};

/** Asks for a link to choose a new password. The answer is the same whether the address is known or not. */
export function ForgottenPassword({ email, mail, onBack }: ForgottenPasswordProps) {
  const t = useTranslations('identity.forgotten');
  const sentence = useFailureSentence();
  const { values, bind } = useFields({ email });
  const { busy, failure, ask } = useAsk();
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(false);
  const back = (
    <Button kind="tertiary" onClick={onBack}>
      {t('back')}
    </Button>
  );
  if (!mail || sent) {
    return (
      <div className={styles.page}>
        <PageLead quiet={sent ? t('sentWords', { email: values.email }) : t('noMailWords')}>
          {sent ? t('sent') : t('noMail')}
        </PageLead>
        <p role="status">{back}</p>
      </div>
    );
  }
  const missing = !values.email.includes('@');
  const submit = async () => {
    setTried(true);
    if (missing) return;
    const asked = await ask(() => api.identity.requestReset.mutate({ email: values.email }), { again: true });
    if (asked.ok) setSent(true);
  };
  return (
    <div className={styles.page}>
      <PageLead quiet={t('words')}>{t('lead')}</PageLead>
      <Form
        onSubmit={() => void submit()}
        failure={failure && sentence(failure)}
        actions={
          <>
            <Button kind="primary" type="submit" busy={busy}>
              {t('submit')}
            </Button>
            {back}
          </>
        }
      >
        <TextField
          {...bind('email')}
          label={t('email')}
          type="email"
          autoComplete="username"
          error={tried && missing ? t('emailMissing') : undefined}
        />
      </Form>
    </div>
  );
}
