import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useFields } from '../../ui/use-fields.ts';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';
import { usePasswordProblem } from './use-password-problem.ts';

const empty = { currentPassword: '', newPassword: '' };

/** Another password; every other device is signed out. */
export function ChangePassword() {
  const t = useTranslations('identity.changePassword');
  const sentence = useFailureSentence();
  const problemOf = usePasswordProblem();
  const { values, bind, reset } = useFields(empty);
  const { busy, failure, ask } = useAsk();
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const problem = problemOf(values.newPassword, { email: '' });
  const submit = async () => {
    setTried(true);
    setDone(false);
    if (values.currentPassword === '' || problem !== undefined) return;
    const asked = await ask(() => api.identity.changePassword.mutate(values));
    if (!asked.ok) return;
    reset(empty);
    setTried(false);
    setDone(true);
  };
  const wrongNow = failure?.code === 'wrongPassword';
  return (
    <section className={styles.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      <Form
        onSubmit={() => void submit()}
        failure={failure && !wrongNow ? sentence(failure) : undefined}
        actions={
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        }
      >
        <PasswordField
          {...bind('currentPassword')}
          label={t('current')}
          autoComplete="current-password"
          error={
            wrongNow ? sentence(failure) : tried && values.currentPassword === '' ? t('currentMissing') : undefined
          }
        />
        <PasswordField
          {...bind('newPassword')}
          label={t('new')}
          hint={t('hint')}
          autoComplete="new-password"
          error={tried ? problem : undefined}
        />
      </Form>
      <p role="status">{done && t('done')}</p>
    </section>
  );
}
