import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language.tsx';
import { api } from '../../live/api.ts';
import { isTheme, useTheme } from '../../shell/theme.ts';
import { PageLead } from '../../ui/page-lead.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { OwnLog } from '../audit/own-log.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { ChangePassword } from './change-password.tsx';
import { DigestSection } from './digest-section.tsx';
import styles from './identity.module.css';
import type { Me } from './me.ts';
import { OwnName } from './own-name.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { SignOutSection } from './sign-out-section.tsx';
import { StoredSection } from './stored-section.tsx';

type AccountPageProps = { readonly me: Me; readonly onSignOut: () => void };

/** Everything about me that is mine to change, and what Roer takes me for. */
export default function AccountPage({ me, onSignOut }: AccountPageProps) {
  const t = useTranslations('identity.account');
  const confirmation = useQuery({ queryKey: ['confirmation'], queryFn: () => api.identity.confirmation.query() });
  const hasPassword = confirmation.data?.how === 'password';
  const { language, choose: chooseLanguage } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  usePageTitle(t('title'));
  const roles = me.appointments.map(({ kind, domainId }) =>
    kind === 'administrator' ? t('administrator') : domainId === null ? t('managerOfAll') : t('managerOfDomain'),
  );
  return (
    <>
      <PageLead quiet={t('quiet', { organisation: me.organisation.name })}>
        {t('lead', { name: me.person.name })}
      </PageLead>
      <div className={styles.columns}>
        <section className={styles.section}>
          <SectionHeading>{t('who')}</SectionHeading>
          <dl className={styles.facts}>
            {me.memberships.map((membership) => (
              <div key={membership.id}>
                <dt>{membership.home ? t('homeTeam') : t('team')}</dt>
                <dd>{membership.teamName}</dd>
              </div>
            ))}
            {me.memberships.length + me.appointments.length === 0 && (
              <div>
                <dt>{t('team')}</dt>
                <dd>{t('noTeam')}</dd>
              </div>
            )}
            {roles.map((role) => (
              <div key={role}>
                <dt>{t('role')}</dt>
                <dd>{role}</dd>
              </div>
            ))}
          </dl>
        </section>
        <OwnName name={me.person.name} />
        <section className={styles.section}>
          <SectionHeading>{t('display')}</SectionHeading>
          <RadioGroup
            label={t('language')}
            value={language}
            onChoose={(chosen) => chooseLanguage(chosen === 'en' ? 'en' : 'nl')}
            options={(['nl', 'en'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <RadioGroup
            label={t('theme')}
            value={theme}
            onChoose={(chosen) => isTheme(chosen) && chooseTheme(chosen)}
            options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </section>
        <CalendarSection hasTeam={me.memberships.length > 0} />
        <DigestSection hasTeam={me.memberships.length > 0} />
        <StoredSection />
        <OwnLog />
        {!me.organisation.demo && hasPassword && <ChangePassword />}
        <PasskeysSection />
        <SignOutSection onSignOut={onSignOut} />
      </div>
    </>
  );
}
