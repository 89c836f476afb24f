import ChevronDown from 'lucide-react/icons/chevron-down';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { Icon } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import type { TeamChoice } from './navigation.ts';
import styles from './top-bar.module.css';

type TeamSwitcherProps = { readonly teams: readonly TeamChoice[]; readonly currentId: string | undefined };

/** The team on screen; a menu only when there is another one to go to. */
export function TeamSwitcher({ teams, currentId }: TeamSwitcherProps) {
  const t = useTranslations('shell');
  const [, navigate] = useLocation();
  const current = teams.find((team) => team.id === currentId);
  if (!current) return null;
  if (teams.length === 1) {
    return (
      <span className={styles.team}>
        <span>{current.name}</span>
      </span>
    );
  }
  const items = teams.map((team) => ({ id: team.id, label: team.name }));
  return (
    <MenuButton
      label={t('team')}
      className={styles.team}
      groups={[{ id: 'teams', heading: t('team'), chosenId: current.id, items }]}
      onChoose={(id) => {
        const chosen = teams.find((team) => team.id === id);
        if (chosen) navigate(chosen.href);
      }}
    >
      <span>{current.name}</span>
      <Icon of={ChevronDown} small />
    </MenuButton>
  );
}
