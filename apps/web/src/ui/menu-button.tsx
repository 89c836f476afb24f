import { Suspense, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { MenuGroup } from './menu.ts';
import { lazily } from '../i18n/lazily.ts';

const loadPopover = () => import('./menu-popover.tsx');
const MenuPopover = lazily(async () => ({ default: (await loadPopover()).MenuPopover }));

type MenuButtonProps = {
  readonly groups: readonly MenuGroup[];
  /** Gets the id of the pressed item; ids are unique over the groups. */
  readonly onChoose: (id: string) => void;
  /** Names the menu; the button is named by what is in it. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A native button that opens a menu. The menu itself is fetched when the pointer or the focus comes near. */
export function MenuButton({ groups, onChoose, label, className, children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={() => void loadPopover()}
        onFocus={() => void loadPopover()}
        onClick={() => setOpen((open) => !open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <Suspense>
          <MenuPopover
            trigger={button}
            groups={groups}
            onChoose={onChoose}
            onClose={() => setOpen(false)}
            label={label}
          />
        </Suspense>
      )}
    </>
  );
}
