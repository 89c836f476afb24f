import { useQueryClient } from '@tanstack/react-query';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearch } from 'wouter';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { personaKeys, personaNames } from './demo-people.ts';
import type { PersonaKey } from './demo-people.ts';
import styles from './identity.module.css';
import { startAfresh } from './me.ts';
import { returnTo } from './return-to.ts';

/** Four people of the example municipality to look through the eyes of. One click signs in. */
export function PersonaChooser() {
  const t = useTranslations('identity.personas');
  const client = useQueryClient();
  const search = useSearch();
  const [, navigate] = useLocation();
  const sentence = useFailureSentence();
  const { busy, failure, ask } = useAsk();
  const ended = new URLSearchParams(search).has('ended');
  const choose = async (persona: PersonaKey) => {
    const asked = await ask(() => api.identity.demoSignIn.mutate({ persona }), { again: true });
    if (!asked.ok) return;
    await startAfresh(client);
    navigate(returnTo(search), { replace: true });
  };
  return (
    <div className={styles.page}>
      <PageLead above={ended ? t('ended') : undefined} quiet={t('quiet')}>
        {t('lead')}
      </PageLead>
      {failure && <ErrorNotice title={sentence(failure)} />}
      <ul className={styles.people} aria-busy={busy}>
        {personaKeys.map((persona) => (
          <li key={persona}>
            <button type="button" className={styles.person} onClick={() => void choose(persona)}>
              <Avatar name={personaNames[persona]} size="large" />
              <span>
                <b>{personaNames[persona]}</b>
                <small>{t(persona)}</small>
              </span>
              <Icon of={ChevronRight} small />
            </button>
          </li>
        ))}
      </ul>
      <div>
        <section className={styles.choice}>
          <h2>{t('own')}</h2>
          <p>{t('ownWords')}</p>
          <Link href="/start/own" className={buttonLook({ kind: 'secondary' })}>
            {t('ownAction')}
          </Link>
        </section>
        <p className={styles.beside}>
          <Link href="/sign-in" className={buttonLook({ kind: 'tertiary' })}>
            {t('signIn')}
          </Link>
        </p>
      </div>
    </div>
  );
}
