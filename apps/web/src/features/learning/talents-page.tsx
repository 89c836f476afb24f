import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import { talentLimits } from '@roer/domain/learning/talent-card';
import type { ResponsibilityTalent, TalentCard } from '@roer/domain/learning/talent-card';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { useAsk } from '../../live/use-ask.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Loaded } from '../organisation/page-states.tsx';
import { FreeTalents } from './free-talents.tsx';
import { SavedLine } from './saved-line.tsx';
import { TalentTeam } from './talent-team.tsx';
import { useOwnTalents, useSavedTalents, useShowTalents } from './use-talents.ts';
import type { TalentParts } from './use-talents.ts';
import styles from './talents.module.css';

/** My talent card: what gives me energy, what costs it, what I want to learn. Mine, unless I show it. */
export default function TalentsPage({ actor }: { readonly actor: Actor }) {
  const t = useTranslations('contribution.talents');
  const query = useOwnTalents();
  usePageTitle(t('title'));
  return <Loaded query={query}>{({ card, audience }) => <Card {...{ card, audience, actor }} />}</Loaded>;
}

type CardProps = { readonly card: TalentCard; readonly audience: 'me' | 'team'; readonly actor: Actor };

function Card({ card, audience, actor }: CardProps) {
  const t = useTranslations('contribution.talents');
  const sentence = useFailureSentence();
  const { typed, write, state } = useSavedTalents();
  const show = useShowTalents();
  const { failure, ask } = useAsk();
  // Shown at once; what the server did not take is shown no longer.
  const [chosen, setChosen] = useState<CardProps['audience']>();
  const shownTo = chosen ?? audience;
  const free = typed.free ?? card.free;
  const from = typed.from ?? card.from;
  const about = withTyped(card.responsibilities, typed);
  const choose = async (next: CardProps['audience']): Promise<void> => {
    setChosen(next);
    await ask(() => show(next), { again: true });
    setChosen(undefined);
  };
  const { memberships } = actor;
  return (
    <>
      <Link href="/contribution" className={styles.back}>
        <Icon of={ArrowLeft} small />
        {t('back')}
      </Link>
      <PageLead quiet={t(shownTo === 'team' ? 'quietTeam' : 'quietMe')}>{t('lead')}</PageLead>
      <div className={styles.columns}>
        <div>
          <SavedLine state={state} />
          {memberships.map(({ teamId, teamName }) => (
            <TalentTeam
              key={teamId}
              {...{ teamId, teamName, about }}
              me={actor.personId}
              onSay={(talent) => write({ [`about ${talent.responsibilityId}`]: talent }, { now: true })}
            />
          ))}
          <FreeTalents free={free} onWrite={(next, options) => write({ free: next }, options)} />
          <section className={styles.section}>
            <SectionHeading>{t('from')}</SectionHeading>
            <TextArea
              label={t('fromLabel')}
              hint={t('fromHint')}
              value={from}
              rows={4}
              maxLength={talentLimits.from}
              onText={(text) => write({ from: text })}
            />
          </section>
        </div>
        <aside className={styles.aside}>
          <RadioGroup
            label={t('audience')}
            value={shownTo}
            options={[
              { value: 'me', label: t('me'), hint: t('meHint') },
              { value: 'team', label: t('team'), hint: t('teamHint') },
            ]}
            onChoose={(value) => void choose(value === 'team' ? 'team' : 'me')}
          />
          {failure && <ErrorNotice title={sentence(failure)} />}
          <p className={styles.quiet}>{t('never')}</p>
        </aside>
      </div>
    </>
  );
}

/** What the card says, with what was said here since. */
const withTyped = (
  known: readonly ResponsibilityTalent[],
  typed: Partial<TalentParts>,
): ReadonlyMap<string, ResponsibilityTalent> => {
  const about = new Map<string, ResponsibilityTalent>(known.map((talent) => [talent.responsibilityId, talent]));
  for (const [name, talent] of Object.entries(typed))
    // What is under such a name is about a responsibility.
    if (name.startsWith('about ')) about.set(name.slice('about '.length), talent as ResponsibilityTalent);
  return about;
};
