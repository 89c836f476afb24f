import { useEffect } from 'react';

/** The title of the browser's tab: what page this is, then the product. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Roer`;
  }, [title]);
};
