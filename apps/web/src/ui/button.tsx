import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'tertiary';

/** The look of a button, for links that act like one: `<Link className={buttonLook({ kind: 'primary' })}>`. */
export function buttonLook({ kind = 'secondary', dense = false }: { kind?: ButtonKind; dense?: boolean }): string {
  return classNames(styles.button, styles[kind], dense && styles.dense);
}

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'disabled'> & {
  /** Primary once per view. Secondary when left out. */
  readonly kind?: ButtonKind;
  /** 40 px instead of 44, for dense desktop rows. */
  readonly dense?: boolean;
  /** Waiting for the answer: keeps its width and its place in the tab order, and does nothing when pressed. */
  readonly busy?: boolean;
  /** Why this cannot be done yet, in a sentence. The button stays focusable and the reason stands below it. */
  readonly notYet?: string | undefined;
  readonly icon?: ReactNode;
};

/** A native button. `type` is "button" unless given. */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', dense = false, busy = false, notYet, icon, children, onClick, type, ...rest } = props;
  const reasonId = useId();
  const stopped = busy || notYet !== undefined;
  const button = (
    <button
      {...rest}
      // A static type would be nicer to the linter; forms need both.
      // oxlint-disable-next-line react/button-has-type
      type={type ?? 'button'}
      className={classNames(buttonLook({ kind, dense }), busy && styles.busy, notYet !== undefined && styles.notYet)}
      aria-disabled={stopped || undefined}
      aria-busy={busy || undefined}
      aria-describedby={notYet === undefined ? rest['aria-describedby'] : reasonId}
      onClick={(event) => {
        if (stopped) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <span className={styles.label}>
        {icon}
        {children}
      </span>
      {busy && <BusyMark />}
    </button>
  );
  if (notYet === undefined) return button;
  return (
    <span className={styles.withReason}>
      {button}
      <span id={reasonId} className={styles.reason}>
        {notYet}
      </span>
    </span>
  );
}

function BusyMark() {
  const t = useTranslations('ui');
  return (
    <span className={styles.busyMark}>
      <span className={styles.spinner}>
        <Icon of={LoaderCircle} small />
      </span>
      <span className={styles.busyWord}>{t('busy')}</span>
    </span>
  );
}
