import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { useLanguage } from '../../i18n/language.tsx';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { today } from '../../live/clock.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { ConfirmFields, useConfirmation } from './confirm-fields.tsx';
import { useDataWords } from './data-words.ts';
import { saveFile } from '../../live/save-file.ts';
import styles from './stored.module.css';

/** Everything about me as a file, and the way to have it erased. */
export function DownloadSection({ name }: { readonly name: string }) {
  const t = useTranslations('account.myData');
  const sentence = useFailureSentence();
  const { language } = useLanguage();
  const words = useDataWords();
  const how = useConfirmation();
  const { busy, failure, ask } = useAsk();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const download = async (kind: 'html' | 'json') => {
    setTried(true);
    setDone(false);
    if (how === undefined || how === 'signInAgain' || (how === 'password' && password === '')) return;
    const asked = await ask(async () => {
      const [{ gatherMyData }, { myDataHtml }] = await Promise.all([
        import('./my-data.ts'),
        import('./my-data-html.ts'),
      ]);
      const data = await gatherMyData(how === 'password' ? password : null);
      const told = {
        ...words,
        language,
        title: t('file.title'),
        about: t('file.about', { name, date: today() }),
        nothing: t('nothing'),
      };
      const text = kind === 'json' ? JSON.stringify(data, null, 2) : myDataHtml(data, told);
      saveFile(text, `${t('file.name')}-${today()}.${kind}`);
    });
    if (!asked.ok) return;
    setPassword('');
    setTried(false);
    setDone(true);
  };
  const wrong = failure?.code === 'wrongPassword';
  const missing = tried && how === 'password' && password === '' ? t('passwordMissing') : undefined;
  return (
    <section>
      <SectionHeading>{t('title')}</SectionHeading>
      <p className={styles.words}>{t('words')}</p>
      <div className={styles.words}>
        <Form
          onSubmit={() => void download('html')}
          failure={
            failure && !wrong ? sentence(failure) : tried && how === 'signInAgain' ? t('signInAgain') : undefined
          }
          actions={
            <>
              <Button type="submit" busy={busy}>
                {t('html')}
              </Button>
              <Button kind="tertiary" busy={busy} onClick={() => void download('json')}>
                {t('json')}
              </Button>
            </>
          }
        >
          <ConfirmFields how={how} value={password} onText={setPassword} error={wrong ? sentence(failure) : missing} />
        </Form>
        <p role="status">{busy ? t('gathering') : done && t('done')}</p>
      </div>
      <p className={styles.words}>{t('correct')}</p>
      <p className={styles.words}>
        <Link href="/account/erase" className={buttonLook({ kind: 'tertiary' })}>
          {t('toErase')}
        </Link>
      </p>
    </section>
  );
}
