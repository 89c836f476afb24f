import { Suspense, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { NARROW, useMediaQuery } from './use-media-query.ts';
import { lazily } from '../i18n/lazily.ts';
import styles from './panel.module.css';

/** How much of a panel must be in the window, in pixels, to see whom it is about and what can be done. */
const ENOUGH = 400;

const Dialog = lazily(async () => ({ default: (await import('./dialog.tsx')).Dialog }));

/** Opened from the strip or from another page, a panel can stand below the window: then it comes up, with the list beside it. */
const bringUp = (panel: HTMLElement | null | undefined): void => {
  if (!panel) return;
  const { top, height } = panel.getBoundingClientRect();
  if (top + Math.min(height, ENOUGH) <= innerHeight) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  panel.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
};

type PanelProps = {
  /** Changes when another thing is shown: focus then goes to its title. */
  readonly subject: string;
  readonly above?: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Details beside a list (420 px, sticky); over it where there is no room, and a full screen on a phone. Escape closes it. */
export function Panel({ subject, above, title, onClose, children }: PanelProps) {
  const t = useTranslations('ui');
  const narrow = useMediaQuery(NARROW);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (shown.current === subject) return undefined;
    shown.current = subject;
    heading.current?.focus({ preventScroll: true });
    // What stands above it may still find its height.
    const timer = setTimeout(() => bringUp(heading.current?.parentElement), 100);
    return () => clearTimeout(timer);
  }, [subject]);

  if (narrow) {
    return (
      <Suspense>
        <Dialog isOpen shape="sheet" title={title} above={above} onClose={onClose}>
          <div className={styles.content}>{children}</div>
        </Dialog>
      </Suspense>
    );
  }
  return (
    // Escape is a short cut for the close button, which is the real control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={styles.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={styles.top}>
        <span>{above}</span>
        <button type="button" className={styles.close} aria-label={t('closePanel')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <div className={styles.content}>{children}</div>
    </aside>
  );
}
