import Lock from 'lucide-react/icons/lock';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { middayOf } from '@roer/domain/dates';
import { isBlank } from '@roer/domain/learning/contribution';
import type { ContributionPage } from '@roer/domain/learning/contribution';
import { linkDays } from '@roer/domain/learning/contribution-link';
import type { LinkDays } from '@roer/domain/learning/contribution-link';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { GroupHeading, SectionHeading } from '../../ui/section-heading.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { CopyAddress } from './copy-address.tsx';
import { usePublish } from './use-contribution.ts';
import type { OwnContribution } from './use-contribution.ts';
import styles from './contribution.module.css';

type ContributionPublishProps = {
  readonly own: OwnContribution;
  readonly page: ContributionPage;
  readonly actor: Actor;
  /** Saves what waits, and names the page on screen; null when it is not the one that is kept. */
  readonly seen: () => Promise<string | null>;
  readonly isChanged: boolean;
};

/** Who sees the page: my teams, whoever has a link, or nobody. What I publish stays as it was then. */
export function ContributionPublish({ own, page, actor, seen, isChanged }: ContributionPublishProps) {
  const t = useTranslations('contribution.publish');
  const format = useFormatter();
  const sentence = useFailureSentence();
  const { busy, failure, ask, forget } = useAsk();
  const { publish, unpublish } = usePublish();
  const [days, setDays] = useState<LinkDays>(30);
  const { team, link, named } = own;
  const notYet = isBlank(page) ? t('blank') : undefined;
  const put = (to: 'team' | 'link') => async (): Promise<void> => {
    forget();
    const digest = await seen();
    if (digest === null) return;
    await ask(() => publish(to === 'team' ? { to, seen: digest } : { to, seen: digest, days }));
  };
  const take = (from: 'team' | 'link') => () => void ask(() => unpublish(from), { again: true });
  const teams = actor.memberships.map(({ teamName }) => teamName).toSorted((a, b) => a.localeCompare(b, 'nl'));
  const missing = team ? teams.filter((name) => !team.teams.includes(name)) : [];
  const day = (date: string): string => format.dateTime(middayOf(date), { day: 'numeric', month: 'long' });
  return (
    <section className={styles.publish}>
      <SectionHeading>{t('title')}</SectionHeading>
      {!team && !link && (
        <p className={styles.private}>
          <Icon of={Lock} small />
          {t('private')}
        </p>
      )}
      {named.length > 0 && <p className={styles.warn}>{t('named', { names: format.list(named) })}</p>}
      {isChanged && <ErrorNotice title={t('changed')} />}
      {failure && <ErrorNotice title={sentence(failure)} />}
      {teams.length > 0 && (
        <div className={styles.audience}>
          <GroupHeading>{t('team', { count: teams.length })}</GroupHeading>
          <p>
            {team
              ? t('teamSees', { teams: format.list(team.teams), count: team.teams.length, on: day(team.on) })
              : t('teamWords', { teams: format.list(teams), count: teams.length })}
          </p>
          {team && !team.isSame && <p className={styles.quiet}>{t('ahead')}</p>}
          {missing.length > 0 && <p className={styles.quiet}>{t('missing', { teams: format.list(missing) })}</p>}
          <div className={rows.row}>
            {(!team || !team.isSame || missing.length > 0) && (
              <Button
                kind={team ? 'secondary' : 'primary'}
                busy={busy}
                notYet={notYet}
                onClick={() => void put('team')()}
              >
                {t(team ? 'teamAgain' : 'teamShow', { count: teams.length })}
              </Button>
            )}
            {team && (
              <Button kind="tertiary" busy={busy} onClick={take('team')}>
                {t('teamHide')}
              </Button>
            )}
          </div>
        </div>
      )}
      <div className={styles.audience}>
        <GroupHeading>{t('link')}</GroupHeading>
        <p>{t('linkWords')}</p>
        {link && <CopyAddress address={`${location.origin}${link.path}`} />}
        {link && (
          <p>
            {t('linkUntil', {
              until: format.dateTime(link.until, {
                weekday: 'long',
                day: 'numeric',
                month: 'long',
                hour: 'numeric',
                minute: '2-digit',
              }),
            })}
          </p>
        )}
        {link && !link.isSame && <p className={styles.quiet}>{t('aheadLink')}</p>}
        <SelectField
          label={t('days')}
          value={String(days)}
          options={linkDays.map((count) => ({ value: String(count), label: t('daysOption', { count }) }))}
          onChoose={(value) => setDays(linkDays.find((count) => String(count) === value) ?? days)}
        />
        <div className={rows.row}>
          <Button busy={busy} notYet={notYet} onClick={() => void put('link')()}>
            {t(link ? 'linkAgain' : 'linkMake')}
          </Button>
          {link && (
            <Button kind="tertiary" busy={busy} onClick={take('link')}>
              {t('linkEnd')}
            </Button>
          )}
        </div>
        {link && <p className={styles.quiet}>{t('linkAgainWords')}</p>}
      </div>
    </section>
  );
}
