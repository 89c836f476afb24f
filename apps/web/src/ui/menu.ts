import type { ReactNode } from 'react';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
};

export type MenuGroup = {
  readonly id: string;
  /** Words above the group; needed when there is a choice in it. */
  readonly heading?: string;
  readonly items: readonly MenuItem[];
  /** Makes the group a choice of one: this one is ticked. */
  readonly chosenId?: string;
};
