import Ellipsis from 'lucide-react/icons/ellipsis';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './organisation.module.css';

type RowMenuProps<Act extends string> = {
  /** Names whose menu it is. */
  readonly label: string;
  readonly acts: readonly { readonly id: Act; readonly label: string }[];
  readonly onChoose: (act: Act) => void;
};

/** What can be done with one row, behind three dots. */
export function RowMenu<Act extends string>({ label, acts, onChoose }: RowMenuProps<Act>) {
  return (
    <MenuButton
      label={label}
      className={styles.more}
      groups={[{ id: 'acts', items: acts }]}
      onChoose={(id) => {
        const act = acts.find((each) => each.id === id);
        if (act) onChoose(act.id);
      }}
    >
      <Icon of={Ellipsis} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </MenuButton>
  );
}
