import Lock from 'lucide-react/icons/lock';
import { Suspense, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useSearchParams } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { useTeam } from '../../live/team.ts';
import { buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Loaded } from '../organisation/page-states.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { TeamActLine } from '../responsibilities/team-act-line.tsx';
import { useTeamAct } from '../responsibilities/team-act.ts';
import { CoverAsks } from './cover-asks.tsx';
import { useCoverLead } from './cover-lead.ts';
import { coverLines } from './cover-lines.ts';
import { CoverMatrix } from './cover-matrix.tsx';
import { learnersOf } from './cover-waiting.ts';
import { useOwnGoals } from './goals.ts';
import { useHandoverTools } from './handover-words.ts';
import { LearningLinks } from './learning-links.tsx';
import OwnGoals from './own-goals.tsx';
import { RiskNext } from './risk-next.tsx';
import TeamGoals from './team-goals.tsx';
import { useCoverActs } from './use-cover-acts.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './cover.module.css';

const CoverDialog = lazily(() => import('./cover-dialog.tsx'));

type LearningPageProps = { readonly teamId: TeamId; readonly actor: Actor };

/** Team › Leren: who can do what, what leans on one person, and who may become the next one. */
export default function LearningPage({ teamId, actor }: LearningPageProps) {
  return <Loaded query={useTeam(teamId)}>{(snapshot) => <Learning {...{ teamId, actor, snapshot }} />}</Loaded>;
}

function Learning({ teamId, actor, snapshot }: LearningPageProps & { readonly snapshot: TeamSnapshot }) {
  const t = useTranslations('learning');
  const tools = useHandoverTools({ teamId, snapshot, me: actor.personId });
  const { act, ...acted } = useTeamAct(actor.personId);
  const acts = useCoverActs(tools, act);
  const learners = learnersOf(useOwnGoals().data);
  const [search, setSearch] = useSearchParams();
  const picture = useMemo(() => coverLines(snapshot, tools.today), [snapshot, tools.today]);
  const lead = useCoverLead()(picture);
  usePageTitle(t('title'));
  // The address holds any text: what the team does not have is not opened.
  const opened = snapshot.responsibility[search.get('r') ?? ''];
  const open = (responsibilityId: ResponsibilityId | null): void =>
    setSearch(responsibilityId === null ? {} : { r: responsibilityId }, { replace: true });
  const isEmpty = picture.leaning.length + picture.shared.length === 0;
  const about = { tools, acts, learners };
  return (
    <>
      <div className={styles.head}>
        <PageLead quiet={lead.quiet}>{lead.words}</PageLead>
        <p className={styles.lock}>
          <Icon of={Lock} small />
          {t('lock')}
        </p>
      </div>
      <CoverAsks {...about} onOpen={open} />
      {!opened && <TeamActLine {...acted} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          {isEmpty ? (
            <EmptyState
              sign="asleep"
              title={t('empty.title')}
              action={
                <Link href={boardAddress(teamId)} className={buttonLook({ kind: 'primary' })}>
                  {t('empty.board')}
                </Link>
              }
            >
              {t('empty.words')}
            </EmptyState>
          ) : (
            <>
              <CoverMatrix {...{ picture, tools }} onOpen={open} />
              <RiskNext {...about} />
            </>
          )}
          <TeamGoals teamId={teamId} />
          <LearningLinks teamId={teamId} />
        </div>
        <aside className={styles.aside} aria-label={t('mine')}>
          <OwnGoals {...{ teamId, actor }} />
        </aside>
      </div>
      {opened && (
        <Suspense>
          <CoverDialog {...about} {...{ acted }} responsibility={opened} onClose={() => open(null)} />
        </Suspense>
      )}
    </>
  );
}
