import type { RefObject } from 'react';
import Check from 'lucide-react/icons/check';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { AriaLanguage } from './aria-language.tsx';
import { Icon } from './icon.tsx';
import type { MenuGroup } from './menu.ts';
import styles from './menu-popover.module.css';

type MenuPopoverProps = {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly groups: readonly MenuGroup[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
  readonly label: string;
};

/** The open menu of a MenuButton. Heavy (react-aria): only MenuButton loads it. */
export function MenuPopover({ trigger, groups, onChoose, onClose, label }: MenuPopoverProps) {
  return (
    <AriaLanguage>
      <Popover
        className={styles.popover ?? ''}
        triggerRef={trigger}
        aria-label={label}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom end"
        offset={6}
      >
        <Menu
          // A menu that was opened on purpose takes the focus: that is how menus work (ARIA practices).
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          aria-label={label}
          className={styles.menu ?? ''}
          onAction={(key) => {
            onClose();
            onChoose(String(key));
          }}
        >
          {groups
            .filter((group) => group.items.length > 0)
            .map((group) => (
              <MenuSection
                key={group.id}
                id={group.id}
                className={styles.section ?? ''}
                aria-label={group.heading ?? group.id}
                {...(group.chosenId !== undefined && {
                  selectionMode: 'single' as const,
                  selectedKeys: [group.chosenId],
                  disallowEmptySelection: true,
                })}
              >
                {group.heading !== undefined && <Header className={styles.heading ?? ''}>{group.heading}</Header>}
                {group.items.map((item) => (
                  <MenuItem key={item.id} id={item.id} textValue={item.label} className={styles.item ?? ''}>
                    {item.icon}
                    <span>
                      {item.label}
                      {item.description !== undefined && <span className={styles.description}>{item.description}</span>}
                    </span>
                    {group.chosenId === item.id && <Icon of={Check} small />}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
        </Menu>
      </Popover>
    </AriaLanguage>
  );
}
