import Search from 'lucide-react/icons/search';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { AriaLanguage } from './aria-language.tsx';
import { Icon } from './icon.tsx';
import type { MenuGroup } from './menu.ts';
import styles from './command-palette.module.css';

type CommandPaletteProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Everything that can be jumped to; the palette filters it itself. */
  readonly groups: readonly MenuGroup[];
  readonly onChoose: (id: string) => void;
};

/** Search and jump (Ctrl K). Heavy (react-aria): load it lazily, on the first short cut. */
export function CommandPalette({ isOpen, onClose, groups, onChoose }: CommandPaletteProps) {
  const t = useTranslations('ui');
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <AriaLanguage>
      <ModalOverlay
        className={styles.overlay ?? ''}
        isOpen={isOpen}
        onOpenChange={(open) => !open && onClose()}
        isDismissable
      >
        <Modal className={styles.modal ?? ''}>
          <Dialog aria-label={t('search')} className={styles.body ?? ''}>
            <Autocomplete filter={contains}>
              {/* Whoever opens search wants to type: the focus belongs in the field. */}
              {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
              <SearchField autoFocus aria-label={t('search')} className={styles.field ?? ''}>
                <Icon of={Search} />
                <Input placeholder={t('searchHint')} className={styles.input ?? ''} />
                <kbd>{t('escape')}</kbd>
              </SearchField>
              {/* The focus stays in the field; who scrolls by keyboard can step into the list. */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <div className={styles.results} tabIndex={0}>
                <Menu
                  aria-label={t('searchResults')}
                  className={styles.menu ?? ''}
                  renderEmptyState={() => <p className={styles.nothing}>{t('searchNothing')}</p>}
                  onAction={(key) => {
                    onClose();
                    onChoose(String(key));
                  }}
                >
                  {groups
                    .filter((group) => group.items.length > 0)
                    .map((group) => (
                      <MenuSection key={group.id} id={group.id} aria-label={group.heading ?? group.id}>
                        {group.heading !== undefined && (
                          <Header className={styles.heading ?? ''}>{group.heading}</Header>
                        )}
                        {group.items.map((item) => (
                          <MenuItem
                            key={item.id}
                            id={item.id}
                            textValue={`${item.label} ${item.description ?? ''}`}
                            className={styles.item ?? ''}
                          >
                            {item.icon}
                            <span>{item.label}</span>
                            {item.description !== undefined && (
                              <span className={styles.description}>{item.description}</span>
                            )}
                          </MenuItem>
                        ))}
                      </MenuSection>
                    ))}
                </Menu>
              </div>
            </Autocomplete>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}
