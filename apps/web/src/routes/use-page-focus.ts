import { useEffect, useRef } from 'react';

/** How long a page may take to come before its heading no longer gets the focus. */
const PATIENCE = 4000;

/**
 * After going to another page the focus is on its heading, so that who cannot see it hears where they are. The page may
 * still be on its way. Not on the first page: there the browser begins at the top.
 */
export const usePageFocus = (path: string): void => {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return undefined;
    before.current = path;
    const main = document.getElementById('content');
    if (!main) return undefined;
    const stop = () => {
      observer.disconnect();
      clearTimeout(timer);
    };
    const find = () => {
      // While a page is on its way the one before it stays in the document, hidden.
      const heading = [...main.querySelectorAll('h1')].find((each) => each.checkVisibility());
      if (!heading) return;
      stop();
      // Something on the page may have taken the focus by itself, like an opened panel.
      const elsewhere = document.activeElement !== document.body && main.contains(document.activeElement);
      if (elsewhere) return;
      heading.focus({ preventScroll: true });
      scrollTo(0, 0);
    };
    const observer = new MutationObserver(find);
    const timer = setTimeout(stop, PATIENCE);
    observer.observe(main, { childList: true, subtree: true });
    find();
    return stop;
  }, [path]);
};
