const EVERY = 100;
const TRIES = 30;

/**
 * After a jump to one responsibility the focus goes to its panel, which may still be on its way. On a phone the panel is a
 * dialog and takes the focus by itself.
 */
export const focusPanel = (tries = TRIES): void => {
  setTimeout(() => {
    const title = document.querySelector<HTMLElement>('main aside h2');
    if (title) title.focus();
    else if (tries > 1) focusPanel(tries - 1);
  }, EVERY);
};
