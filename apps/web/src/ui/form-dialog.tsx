import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import type { DialogProps } from './dialog.tsx';
import { Form } from './form.tsx';

type FormDialogProps = Pick<DialogProps, 'title' | 'above' | 'shape' | 'holdsWork' | 'onClose' | 'children'> & {
  readonly onSubmit: () => void;
  /** What the first button says. */
  readonly submit: string;
  readonly busy?: boolean;
  /** Why it cannot be sent yet, in a sentence. */
  readonly notYet?: string | undefined;
  /** Why it did not work, in a sentence. */
  readonly failure?: string | undefined;
  /** Another way out, between the first button and cancelling. */
  readonly otherAction?: ReactNode;
};

/** A form in a dialog or sheet, with a button that sends it and one that does not. Heavy, as `Dialog` is: load it lazily. */
export function FormDialog(props: FormDialogProps) {
  const { onSubmit, submit, busy = false, notYet, failure, otherAction, children, ...dialog } = props;
  const t = useTranslations('ui');
  return (
    <Dialog isOpen {...dialog}>
      <Form
        onSubmit={onSubmit}
        failure={failure}
        actions={
          <>
            <Button kind="primary" type="submit" busy={busy} notYet={notYet}>
              {submit}
            </Button>
            {otherAction}
            <Button kind="tertiary" onClick={dialog.onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        {children}
      </Form>
    </Dialog>
  );
}
