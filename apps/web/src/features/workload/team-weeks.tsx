import { Suspense, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { openTransfersOf } from '@roer/domain/workload/open-transfers';
import { newId, today as dayNow } from '../../live/clock.ts';
import { PageLead } from '../../ui/page-lead.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { namesIn } from '../responsibilities/people-names.ts';
import { useTeamAct } from '../responsibilities/team-act.ts';
import { fullWeeksOf } from './full-weeks.ts';
import { useLoadLead } from './load-lead.ts';
import { useLoadView } from './load-view.ts';
import type { ChosenWeek } from './load-view.ts';
import { useMoveLead } from './move-lead.ts';
import type { Refused } from './smallest-move-question.ts';
import { periodOf } from './try-period.ts';
import type { TryPeriod } from './try-period.ts';
import { transferable } from './transferable.ts';
import { useSmallestMove } from './use-smallest-move.ts';
import { useTeamPicture } from './use-team-picture.ts';
import { useWhatIf } from './use-what-if.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './team-weeks.module.css';

// What stands below the answer arrives while the sentences of this page do.
const loadWeeks = () => import('./weeks-section.tsx');
void loadWeeks().catch(() => undefined);

const WeeksSection = lazily(loadWeeks);
const NoWeeks = lazily(() => import('./no-weeks.tsx'));
const MoveAdvice = lazily(() => import('./move-advice.tsx'));
const Meter = lazily(() => import('./meter.tsx'));
const TransferSection = lazily(() => import('./transfer-section.tsx'));
const TeamActLine = lazily(async () => {
  const { TeamActLine: line } = await import('../responsibilities/team-act-line.tsx');
  return { default: line };
});
const TriedBy = lazily(() => import('./tried-by.tsx'));
const TryBlock = lazily(() => import('./try-block.tsx'));

type TeamWeeksProps = { readonly teamId: TeamId; readonly actor: Actor; readonly snapshot: TeamSnapshot };

/** What the form of trying begins with. */
type Trying = { giver: PersonId | undefined; period: TryPeriod };

/** The whole page: the answer, what can be done about it, the weeks themselves, and what people try out on them. */
export function TeamWeeks({ teamId, actor, snapshot }: TeamWeeksProps) {
  const t = useTranslations('workload');
  const today = dayNow();
  const me = actor.personId;
  const { view, show } = useLoadView();
  const { scenario } = view;
  const lead = useLoadLead();
  const moveLead = useMoveLead();
  const whatIf = useWhatIf(teamId, me);
  const { theirs, asItIs, showAsItIs } = whatIf;
  const { now, after } = useTeamPicture(snapshot, { today, tried: whatIf.shown });
  const names = useMemo(() => namesIn(snapshot), [snapshot]);
  const team = useMemo(() => ({ teamId, teamName: snapshot.team[teamId]?.name ?? '', snapshot }), [teamId, snapshot]);
  const { act, ...acted } = useTeamAct(me);
  const [made, setMade] = useState(0);
  const propose: typeof act = async (steps, words) => {
    const isDone = await act(steps, words);
    if (isDone) setMade((before) => before + 1);
    return isDone;
  };
  const transfers = openTransfersOf(snapshot, today);
  const [trying, setTrying] = useState<Trying | null>(null);
  const { weeks, together } = fullWeeksOf(now.load, scenario);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const fits = weeks.length === 0 && together.length === 0;
  const search = useSmallestMove(snapshot, { today, scenario, refused, fits });
  const hasHours = now.load.people.some((person) => person.weeks.some(({ contract }) => contract > 0));
  if (!hasHours) {
    return (
      <>
        <PageLead>{lead(now.load, scenario)}</PageLead>
        <Suspense>
          <NoWeeks teamId={teamId} />
        </Suspense>
      </>
    );
  }

  const beginTrying = (chosen: ChosenWeek | null): void => {
    // Of this week part is over already.
    const ahead = [...weeks, ...together, ...now.load.mondays].find((monday) => monday > today);
    const first = chosen?.monday ?? ahead ?? today;
    const over = now.load.people.flatMap(({ personId, weeks: own }) =>
      own.some((week) => week.over[scenario] > 0) ? personId : [],
    );
    setTrying({
      giver: chosen?.personId ?? over.find((personId) => personId === me) ?? over[0],
      period: { kind: 'weeks', first, last: first },
    });
    show({ chosen: null });
  };
  const stopTrying = (): void => {
    whatIf.tryThis(null);
    setTrying(null);
  };
  return (
    <>
      <PageLead above={scenario === 'likely' ? undefined : t(`lead.${scenario}`)} quiet={moveLead(search)}>
        {lead(now.load, scenario)}
      </PageLead>
      <div className={styles.top}>
        <div className={styles.advice}>
          {transfers.length > 0 && (
            <Suspense>
              <TransferSection {...{ team, me, today, act, transfers, made }} />
            </Suspense>
          )}
          <Suspense>
            <MoveAdvice
              {...{ team, me, today, scenario, names, search, refused }}
              act={propose}
              now={now.load}
              onRefuse={setRefused}
              onShow={({ moves, from, until }) => {
                setTrying({ giver: moves[0]?.giver, period: periodOf({ from, until }) });
                whatIf.tryThis({ moves: moves.map((move) => ({ ...transferable(move), id: newId() })), from, until });
              }}
              onTry={() => beginTrying(null)}
            />
          </Suspense>
        </div>
        <Suspense>
          <Meter {...{ teamId, snapshot, today, names }} load={now.load} />
        </Suspense>
      </div>
      <Suspense>
        <TeamActLine {...acted} />
      </Suspense>
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <WeeksSection
          {...{ teamId, me, today, names, view, show }}
          picture={after}
          isTrying={trying !== null}
          onTry={beginTrying}
        >
          {/* Read out when somebody begins and ends. */}
          <div role="status">
            {theirs && (
              <Suspense>
                <TriedBy {...{ snapshot, names, theirs, asItIs, showAsItIs }} />
              </Suspense>
            )}
          </div>
          {trying && (
            <Suspense>
              <TryBlock
                {...{ team, me, today, scenario, names, whatIf }}
                act={propose}
                now={now.load}
                after={after.load}
                giver={trying.giver}
                period={trying.period}
                onPeriod={(period) => setTrying({ ...trying, period })}
                onStop={stopTrying}
              />
            </Suspense>
          )}
        </WeeksSection>
      </Suspense>
    </>
  );
}
