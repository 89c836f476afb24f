// Runs before the first paint, so that a chosen theme or language never flashes. Keys as in shell/theme.ts and i18n/language.tsx.
(function () {
  try {
    var theme = localStorage.getItem('roer.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    var language = localStorage.getItem('roer.language');
    if (language === 'nl' || language === 'en') document.documentElement.lang = language;
  } catch {
    // Storage can be switched off; the defaults then hold.
  }
})();
