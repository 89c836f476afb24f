import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { rememberedLanguage } from './i18n/language.tsx';
import { loadMessages } from './i18n/messages.ts';
import { keepPageForOffline } from './live/offline-page.ts';

const language = rememberedLanguage();
const messages = await loadMessages(language);
document.documentElement.lang = language;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <App language={{ language, messages }} />
  </StrictMode>,
);
keepPageForOffline();
