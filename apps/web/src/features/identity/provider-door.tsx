import { useTranslations } from 'use-intl';
import { useSearch } from 'wouter';
import { signInRefusals } from '@roer/domain/identity/single-sign-on';
import type { SignInRefusal } from '@roer/domain/identity/single-sign-on';
import { PageLead } from '../../ui/page-lead.tsx';
import { buttonLook } from '../../ui/button.tsx';
import { returnTo } from './return-to.ts';

/** Why the identity provider did not let somebody in, as the address of the page says; undefined when it says nothing. */
export const refusedBecause = (search: string): SignInRefusal | undefined => {
  const why = new URLSearchParams(search).get('refused');
  return signInRefusals.find((each) => each === why);
};

/** Goes to the identity provider, which brings people back to where they wanted to be. A link, because it leaves the site. */
export function ProviderDoor({ name, again }: { readonly name: string; readonly again: boolean }) {
  const t = useTranslations('identity.provider');
  const wanted = returnTo(useSearch());
  const address = `/api/auth/sso?${new URLSearchParams({ returnTo: wanted })}`;
  return (
    <p>
      <a href={address} className={buttonLook({ kind: 'primary' })}>
        {t(again ? 'again' : 'submit', { name })}
      </a>
    </p>
  );
}

/** What happened, and what to do about it. */
export function ProviderRefusal({ why, name }: { readonly why: SignInRefusal; readonly name: string }) {
  const t = useTranslations('identity.provider');
  return (
    <PageLead quiet={t(`why.${why}`, { name })}>{t(why === 'cancelled' ? 'cancelled' : 'refused', { name })}</PageLead>
  );
}
