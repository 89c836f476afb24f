import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { today as dayNow } from '../../live/clock.ts';
import { PageLead } from '../../ui/page-lead.tsx';
import { namesIn } from '../responsibilities/people-names.ts';
import { TeamActLine } from '../responsibilities/team-act-line.tsx';
import { useTeamAct } from '../responsibilities/team-act.ts';
import { fullWeeksOf } from './full-weeks.ts';
import { useLoadLead } from './load-lead.ts';
import { useLoadView } from './load-view.ts';
import type { ChosenWeek } from './load-view.ts';
import { Meter } from './meter.tsx';
import { NoWeeks } from './no-weeks.tsx';
import { openTransfersOf } from './transfer-people.ts';
import { TransferSection } from './transfer-section.tsx';
import { TriedBy } from './tried-by.tsx';
import { TryBlock } from './try-block.tsx';
import type { TryPeriod } from './try-period.ts';
import { usePropose } from './use-propose.ts';
import { useTeamPicture } from './use-team-picture.ts';
import { useWhatIf } from './use-what-if.ts';
import { WeeksSection } from './weeks-section.tsx';
import styles from './team-weeks.module.css';

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
  const whatIf = useWhatIf(teamId, me);
  const { now, after } = useTeamPicture(snapshot, { today, tried: whatIf.shown });
  const names = useMemo(() => namesIn(snapshot), [snapshot]);
  const team = useMemo(() => ({ teamId, teamName: snapshot.team[teamId]?.name ?? '', snapshot }), [teamId, snapshot]);
  const { act, ...acted } = useTeamAct(me);
  const { propose, notYet } = usePropose(team, { me, today, act });
  const transfers = openTransfersOf(snapshot, today);
  const [trying, setTrying] = useState<Trying | null>(null);
  const { weeks, together } = fullWeeksOf(now.load, scenario);
  const hasHours = now.load.people.some((person) => person.weeks.some(({ contract }) => contract > 0));
  if (!hasHours) {
    return (
      <>
        <PageLead>{lead(now.load, scenario)}</PageLead>
        <NoWeeks teamId={teamId} />
      </>
    );
  }

  const beginTrying = (chosen: ChosenWeek | null): void => {
    const first = chosen?.monday ?? weeks[0] ?? together[0] ?? now.load.mondays[0] ?? today;
    const over = now.load.people.find(({ weeks: own }) => own.some((week) => week.over[scenario] > 0));
    setTrying({ giver: chosen?.personId ?? over?.personId, period: { kind: 'weeks', first, last: first } });
    show({ chosen: null });
  };
  const stopTrying = (): void => {
    whatIf.tryThis(null);
    setTrying(null);
  };
  return (
    <>
      <PageLead above={scenario === 'likely' ? undefined : t(`lead.${scenario}`)}>{lead(now.load, scenario)}</PageLead>
      <div className={styles.top}>
        {transfers.length > 0 && <TransferSection {...{ team, me, today, act, transfers }} />}
        <Meter {...{ teamId, snapshot, today, names }} load={now.load} />
      </div>
      <TeamActLine {...acted} />
      <WeeksSection
        {...{ teamId, me, today, names, view, show }}
        picture={after}
        isTrying={trying !== null}
        onTry={beginTrying}
      >
        <TriedBy {...{ snapshot, names, whatIf }} />
        {trying && (
          <TryBlock
            {...{ teamId, snapshot, today, scenario, names, whatIf }}
            now={now.load}
            after={after.load}
            giver={trying.giver}
            period={trying.period}
            onPeriod={(period) => setTrying({ ...trying, period })}
            notYet={whatIf.mine ? notYet(whatIf.mine) : undefined}
            onPropose={() => {
              if (whatIf.mine) propose(whatIf.mine);
              stopTrying();
            }}
            onStop={stopTrying}
          />
        )}
      </WeeksSection>
    </>
  );
}
