import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import styles from './identity.module.css';

const queryKey = ['account', 'digest'];
const languages = { off: null, nl: 'nl', en: 'en' } as const;
type Choice = keyof typeof languages;
// The keys of a literal.
const choices = Object.keys(languages) as Choice[];
const isChoice = (value: string): value is Choice => value in languages;

/** Whether one wants the weekly mail, and in which language. */
export function DigestSection({ hasTeam }: { readonly hasTeam: boolean }) {
  const t = useTranslations('account.digest');
  const sentence = useFailureSentence();
  const client = useQueryClient();
  const state = useQuery({ queryKey, queryFn: () => api.digest.state.query() });
  const { failure, ask } = useAsk();
  const [saved, setSaved] = useState(false);
  const choose = async (choice: Choice) => {
    const before = state.data;
    if (!before) return;
    setSaved(false);
    const language = languages[choice];
    client.setQueryData(queryKey, { ...before, language });
    const asked = await ask(() => api.digest.choose.mutate({ language }), { again: true });
    if (asked.ok) setSaved(true);
    else client.setQueryData(queryKey, before);
  };
  // Who left their teams can still stop it.
  if (!hasTeam && !state.data?.language) return null;
  const problem = failure ?? (state.isError ? failureOf(state.error) : undefined);
  return (
    <section className={styles.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{t('words')}</p>
      {problem && <ErrorNotice title={sentence(problem)} />}
      {state.data && state.data.possible !== 'yes' && <p>{t(state.data.possible)}</p>}
      {state.data?.possible === 'yes' && (
        <RadioGroup
          label={t('label')}
          value={state.data.language ?? 'off'}
          onChoose={(choice) => void (isChoice(choice) && choose(choice))}
          options={choices.map((value) => ({ value, label: t(value) }))}
        />
      )}
      <p role="status">{saved && t('saved')}</p>
    </section>
  );
}
