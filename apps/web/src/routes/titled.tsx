import type { ReactNode } from 'react';
import { usePageTitle } from '../ui/page-title.ts';

/** A page that has no title of its own. */
export function Titled({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  usePageTitle(title);
  return children;
}
