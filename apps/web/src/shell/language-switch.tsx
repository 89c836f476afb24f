import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './top-bar.module.css';

/** Two languages, so one button: shows the language now, changes to the other. */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const { language, choose } = useLanguage();
  return (
    <button type="button" className={styles.language} onClick={() => choose(language === 'nl' ? 'en' : 'nl')}>
      {language.toUpperCase()}
      <VisuallyHidden> {t('languageSwitch')}</VisuallyHidden>
    </button>
  );
}
