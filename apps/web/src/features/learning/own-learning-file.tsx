import { useTranslations } from 'use-intl';
import { api } from '../../live/api.ts';
import { today } from '../../live/clock.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useLongDate } from '../insights/obstacle-when.ts';
import { saveFile } from '../../live/save-file.ts';
import { learningHtml } from './learning-file.ts';
import { SureButton } from './sure-button.tsx';
import { useLearningAct } from './use-learning-act.ts';
import { forgetTyped } from './typed-drafts.ts';
import styles from './goal.module.css';

/** Takes everything of my own learning along as a file, or erases it. */
export function OwnLearningFile({ hasGoals }: { readonly hasGoals: boolean }) {
  const t = useTranslations('goals');
  const { language } = useLanguage();
  const longDate = useLongDate();
  const { act, busy, failure } = useLearningAct();
  const download = (kind: 'html' | 'json') =>
    act(async () => {
      const own = await api.learning.ownLearning.query();
      const words = (key: Parameters<typeof t>[0]) => t(key);
      const text = kind === 'json' ? JSON.stringify(own, null, 2) : learningHtml(own, { language, words, longDate });
      saveFile(text, `${t('file.name')}-${today()}.${kind}`);
    });
  const erase = () =>
    act(async () => {
      const { goals } = await api.learning.ownLearning.query();
      await api.learning.removeOwnLearning.mutate();
      for (const { id } of goals) forgetTyped(id);
    }, t('erase.done'));
  return (
    <section className={styles.fields}>
      <SectionHeading>{t('file.heading')}</SectionHeading>
      <p>{t('file.words')}</p>
      <div className={styles.buttons}>
        <Button dense busy={busy} onClick={() => void download('html')}>
          {t('file.html')}
        </Button>
        <Button dense kind="tertiary" busy={busy} onClick={() => void download('json')}>
          {t('file.json')}
        </Button>
        {hasGoals && (
          <SureButton
            label={t('erase.label')}
            sure={t('erase.sure')}
            yes={t('erase.yes')}
            busy={busy}
            onSure={() => void erase()}
          />
        )}
      </div>
      {failure !== undefined && <ErrorNotice title={failure} />}
    </section>
  );
}
