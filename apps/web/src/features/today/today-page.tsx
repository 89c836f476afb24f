import { Suspense } from 'react';
import { useQueries } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { isAdministrator, isManager } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { isoWeek } from '@roer/domain/dates';
import { lazyWithSentences } from '../../i18n/later-sentences.tsx';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { now, today } from '../../live/clock.ts';
import { teamQuery } from '../../live/team.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { MyWork } from './my-work.tsx';
import type { MyTeam } from './my-responsibilities.ts';
import styles from './today.module.css';

const AskedCall = lazyWithSentences(() => import('../insights/asked-call.tsx'));

export type TodayPageProps = { readonly actor: Actor };

/** Vandaag: what I carry, what I stand in for, and what waits for my answer, over all my teams. */
export default function TodayPage({ actor }: TodayPageProps) {
  const errors = useTranslations('responsibilities');
  const sentence = useFailureSentence();
  const above = useDateLine();
  const queries = useQueries({ queries: actor.memberships.map(({ teamId }) => teamQuery(teamId)) });
  const teams = actor.memberships.flatMap(({ teamId, teamName }, index): MyTeam[] => {
    const snapshot = queries[index]?.data;
    return snapshot ? [{ teamId, teamName, snapshot }] : [];
  });
  const failed = queries.filter((query) => query.isError && !query.data);
  const [first] = failed;
  if (actor.memberships.length === 0) return <WithoutTeam actor={actor} above={above} />;
  return (
    <>
      {first && (
        <ErrorNotice
          title={errors('notLoaded')}
          action={
            <Button onClick={() => failed.forEach((query) => void query.refetch())}>{errors('loadAgain')}</Button>
          }
        >
          {sentence(failureOf(first.error))}
        </ErrorNotice>
      )}
      {teams.length + failed.length < actor.memberships.length && <SkeletonRows rows={6} />}
      {/* A sentence about everything waits until everything is there. */}
      {teams.length === actor.memberships.length && <MyWork {...{ teams, actor, above }} />}
    </>
  );
}

/** Who leads or administers is not on the way into a team: they hear what is there for them. */
function WithoutTeam({ actor, above }: TodayPageProps & { readonly above: string }) {
  const t = useTranslations('today');
  const role = isAdministrator(actor) ? 'administrator' : actor.appointments.length > 0 ? 'manager' : null;
  if (role === null) {
    return (
      <>
        <PageLead above={above}>{t('lead.noTeam')}</PageLead>
        <p className={styles.words}>{t('noTeam')}</p>
      </>
    );
  }
  return (
    <>
      <PageLead above={above} quiet={t(`noTeamQuiet.${role}`)}>
        {t(`lead.${role}`)}
      </PageLead>
      <p className={styles.words}>{t(`noTeamWords.${role}`)}</p>
      {isManager(actor) && (
        <Suspense>
          <AskedCall always />
        </Suspense>
      )}
      <Link href="/organisation" className={buttonLook({ kind: 'secondary' })}>
        {t('toOrganisation')}
      </Link>
    </>
  );
}

/** "Dinsdag 24 november, week 48". */
const useDateLine = (): string => {
  const t = useTranslations('today');
  const format = useFormatter();
  const date = format.dateTime(now(), { weekday: 'long', day: 'numeric', month: 'long' });
  return t('date', { date: `${date.charAt(0).toLocaleUpperCase()}${date.slice(1)}`, week: isoWeek(today()) });
};
