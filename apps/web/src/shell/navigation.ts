import type { LucideIcon } from 'lucide-react';

/** A page in the navigation. Only pages that exist and are open to this person are given: there are no dead links. */
export type NavigationItem = {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
  readonly icon: LucideIcon;
};

export type SubNavigationItem = Omit<NavigationItem, 'icon'>;

export type TeamChoice = { readonly id: string; readonly name: string; readonly href: string };

export type Account = {
  readonly name: string;
  /** Pages about oneself, above the choices of display and language. */
  readonly pages: readonly { readonly label: string; readonly href: string }[];
  readonly onSignOut: () => void;
};
