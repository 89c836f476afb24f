import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { sortObstacles } from '@roer/domain/insights/obstacle-order';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { today } from '../../live/clock.ts';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useTeamAct } from '../responsibilities/team-act.ts';
import { NoObstacles } from './no-obstacles.tsx';
import { ObstacleItem } from './obstacle-item.tsx';
import { useObstaclesLead } from './obstacles-lead.ts';
import { ObstaclesWho } from './obstacles-who.tsx';
import { useAddressees } from './use-obstacles.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './obstacles.module.css';

const ObstacleForm = lazily(() => import('./obstacle-form.tsx'));

type ObstaclesPageProps = { readonly teamId: TeamId; readonly actor: Actor };

/** Team › Belemmeringen: what the team put before its management, and what it answered. */
export default function ObstaclesPage({ teamId, actor }: ObstaclesPageProps) {
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence();
  const { data: snapshot, error, refetch } = useTeam(teamId);
  if (snapshot) return <Obstacles {...{ teamId, actor, snapshot }} />;
  if (!error) return <SkeletonRows rows={5} />;
  return (
    <ErrorNotice title={t('notLoaded')} action={<Button onClick={() => void refetch()}>{t('loadAgain')}</Button>}>
      {sentence(failureOf(error))}
    </ErrorNotice>
  );
}

function Obstacles({ teamId, actor, snapshot }: ObstaclesPageProps & { readonly snapshot: TeamSnapshot }) {
  const t = useTranslations('insights.team');
  const lead = useObstaclesLead();
  const [asking, setAsking] = useState(false);
  const { act, failure } = useTeamAct(actor.personId);
  const { open, answered } = sortObstacles(Object.values(snapshot.obstacle));
  const { data: managers } = useAddressees(teamId, open.length > 0);
  const { sentence, quiet } = lead({ open, answered, today: today() });
  const teamName = snapshot.team[teamId]?.name ?? '';
  const team = { teamId, teamName, snapshot };
  return (
    <>
      <PageLead above={teamName} quiet={quiet}>
        {sentence}
      </PageLead>
      <div className={styles.tools}>
        <Button kind="primary" onClick={() => setAsking(true)}>
          {t('add')}
        </Button>
      </div>
      {failure !== null && <ErrorNotice title={t('failed')}>{failure}</ErrorNotice>}
      {open.length + answered.length === 0 && <NoObstacles />}
      {open.length > 0 && (
        <section className={styles.section}>
          <SectionHeading aside={t('openAside')}>{t('open')}</SectionHeading>
          <ul className={styles.list}>
            {open.map((obstacle) => (
              <ObstacleItem key={obstacle.id} {...{ obstacle, team, act, managers }} me={actor.personId} />
            ))}
          </ul>
        </section>
      )}
      {answered.length > 0 && (
        <section className={styles.section}>
          <SectionHeading aside={t('answeredAside')}>{t('answered')}</SectionHeading>
          <ul className={styles.list}>
            {answered.map((obstacle) => (
              <ObstacleItem key={obstacle.id} {...{ obstacle, team, act }} me={actor.personId} />
            ))}
          </ul>
        </section>
      )}
      <ObstaclesWho />
      {asking && (
        <Suspense>
          <ObstacleForm
            teamId={teamId}
            me={actor.personId}
            onClose={() => setAsking(false)}
            onRaise={(command, done) => void act([{ team, command }], done)}
          />
        </Suspense>
      )}
    </>
  );
}
