import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { CommandId, PersonId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { LinkOnce } from './link-once.tsx';
import type { LinkSent } from './link-once.tsx';
import type { Person } from './organisation-queries.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './organisation.module.css';

const PersonDialog = lazily(() => import('./person-dialog.tsx'));

type Numbered = { commandId: CommandId; personId: PersonId };
const makeInvitation = (input: Numbered): Promise<LinkSent> => api.organisation.invite.mutate(input);
const makeReset = (input: Numbered): Promise<LinkSent> => api.organisation.reset.mutate(input);

/** How somebody signs in: the invitation, a link for a new password, name, address, and the end of it. */
export function AccountSection({ person }: { readonly person: Person }) {
  const t = useTranslations('organisation.account');
  const sentence = useFailureSentence();
  const { busy, failure, command } = useOrganisationAsk();
  const [sent, setSent] = useState<LinkSent>();
  const [wish, setWish] = useState<'rename' | 'changeEmail' | 'endAccount'>();
  const isIn = person.state === 'active';
  const send = async () => {
    const personId = person.id;
    // Whether somebody has a password may have changed since this page was read; the other kind of link then fits.
    const byState = isIn ? [makeReset, makeInvitation] : [makeInvitation, makeReset];
    for (const make of byState) {
      const asked = await command(({ commandId }) => make({ commandId, personId }));
      if (asked.ok) setSent(asked.answer);
      if (asked.ok || asked.failure.code !== 'changedMeanwhile') return;
    }
  };
  return (
    <section className={styles.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{t(`state.${person.state}`, { email: person.email })}</p>
      {sent && <LinkOnce sent={sent} name={person.name} />}
      {failure && <ErrorNotice title={sentence(failure)} />}
      <div className={styles.actions}>
        {(!isIn || person.hasPassword) && (
          <Button busy={busy} onClick={() => void send()}>
            {t(isIn ? 'reset' : person.state === 'invited' ? 'again' : 'invite')}
          </Button>
        )}
        <Button onClick={() => setWish('rename')}>{t('rename')}</Button>
        <Button onClick={() => setWish('changeEmail')}>{t('changeEmail')}</Button>
        <Button kind="tertiary" onClick={() => setWish('endAccount')}>
          {t('endAccount')}
        </Button>
        <Link href={`/organisation/people/${person.id}/erase`} className={buttonLook({ kind: 'tertiary' })}>
          {t('erase')}
        </Link>
      </div>
      {isIn && person.hasPassword && <p className={styles.note}>{t('resetHint', { name: person.name })}</p>}
      {wish && (
        <Suspense>
          <PersonDialog person={person} wish={wish} onClose={() => setWish(undefined)} />
        </Suspense>
      )}
    </section>
  );
}
