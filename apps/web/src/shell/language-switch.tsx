import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.tsx';
import styles from './top-bar.module.css';

/** Two languages, so one button: shows the language now, changes to the other. */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const { language, choose } = useLanguage();
  return (
    <button
      type="button"
      className={styles.language}
      aria-label={t('languageSwitch')}
      onClick={() => choose(language === 'nl' ? 'en' : 'nl')}
    >
      {language.toUpperCase()}
    </button>
  );
}
