import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { useLanguage } from '../i18n/language.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MenuGroup } from '../ui/menu.ts';
import type { Account } from './navigation.ts';
import { isTheme, useTheme } from './theme.ts';
import styles from './top-bar.module.css';

/** Everything about me: my pages, how it looks, the language, signing out. */
export function AccountMenu({ account }: { readonly account: Account }) {
  const t = useTranslations('shell');
  const { language, choose: chooseLanguage } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const [, navigate] = useLocation();
  const groups: MenuGroup[] = [
    { id: 'pages', heading: account.name, items: account.pages.map((page) => ({ id: page.href, label: page.label })) },
    {
      id: 'theme',
      heading: t('theme.heading'),
      chosenId: theme,
      items: (['light', 'dark', 'system'] as const).map((id) => ({ id, label: t(`theme.${id}`) })),
    },
    {
      id: 'language',
      heading: t('language'),
      chosenId: language,
      items: (['nl', 'en'] as const).map((id) => ({ id, label: t(`languageName.${id}`) })),
    },
    { id: 'leave', items: [{ id: 'sign-out', label: t('signOut') }] },
  ];
  const act = (id: string) => {
    if (isTheme(id)) chooseTheme(id);
    else if (id === 'nl' || id === 'en') chooseLanguage(id);
    else if (id === 'sign-out') account.onSignOut();
    else navigate(id);
  };
  return (
    <MenuButton groups={groups} onChoose={act} label={t('account', { name: account.name })} className={styles.account}>
      <Avatar name={account.name} isMe size="large" />
      <VisuallyHidden>{t('account', { name: account.name })}</VisuallyHidden>
    </MenuButton>
  );
}
