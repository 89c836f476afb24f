import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names.ts';
import { AriaLanguage } from './aria-language.tsx';
import { Icon } from './icon.tsx';
import styles from './dialog.module.css';

/** Milliseconds until the focus has come back from a dialog that closed, when it can. */
const AFTERWARDS = 200;

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the primary one first. */
  readonly actions?: ReactNode;
  /** `sheet` comes from the right and is 460 px wide; `dialog` stands in the middle. On a phone both fill the screen. */
  readonly shape?: 'dialog' | 'sheet';
  /** A small quiet line above the title. */
  readonly above?: string | undefined;
  /** While true a press outside does not close it, so that nothing typed is lost by a slip. */
  readonly holdsWork?: boolean;
};

/**
 * A modal dialog or sheet. Heavy (react-aria): load it with `lazily(() => import('…/dialog.tsx'))`, or keep it inside a lazily loaded form.
 * Focus goes in, stays in and comes back; Escape closes.
 */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, shape = 'dialog', above, holdsWork = false } = props;
  const t = useTranslations('ui');
  return (
    <AriaLanguage>
      <ModalOverlay
        className={classNames(styles.overlay, styles[shape])}
        isOpen={isOpen}
        onOpenChange={(open) => !open && onClose()}
        isDismissable={!holdsWork}
      >
        <Modal className={styles.modal ?? ''}>
          <AriaDialog className={styles.body ?? ''}>
            <div className={styles.top}>
              <span className={styles.above}>{above}</span>
              <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
                <Icon of={X} />
              </button>
            </div>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <DialogContent>{children}</DialogContent>
            {actions !== undefined && <div className={styles.actions}>{actions}</div>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}

/** Takes the focus to where the work is: the first field to fill in, then the first that is wrong, and afterwards the page. */
function DialogContent({ children }: { readonly children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Choices keep the focus on the dialog: nothing is chosen by a slip.
    const typed = 'form :is(input:not([type="checkbox"], [type="radio"]), textarea)';
    content.current?.querySelector<HTMLElement>(typed)?.focus();
    return () => {
      setTimeout(() => {
        // What opened it may be gone, because of what was done in it.
        if (document.activeElement !== document.body) return;
        document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true });
      }, AFTERWARDS);
    };
  }, []);
  return (
    <div
      ref={content}
      className={styles.content}
      onSubmit={() =>
        requestAnimationFrame(() => content.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      }
    >
      {children}
    </div>
  );
}
