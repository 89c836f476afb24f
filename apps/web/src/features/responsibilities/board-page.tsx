import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { mayInTeam } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { areaCommands } from '@roer/domain/responsibilities/area-commands';
import { countCoverage, deriveBoard } from '@roer/domain/responsibilities/coverage';
import { failureOf } from '../../live/api.ts';
import { useTeam } from '../../live/team.ts';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { lazyWithSentences } from '../../i18n/later-sentences.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CoverageKey } from '../../ui/coverage-key.tsx';
import { CoverageStrip } from '../../ui/coverage-strip.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts';
import { ActsProvider, useActs } from './acts.tsx';
import { ActsFailure, ActsUndoBar } from './acts-feedback.tsx';
import type { AreaWish } from './area-wish.ts';
import { overviewAddress } from './board-address.ts';
import type { BoardForm } from './board-form.ts';
import { BoardList } from './board-list.tsx';
import { BoardTools } from './board-tools.tsx';
import { useBoardView } from './board-view.ts';
import { teamCommand } from './commands.ts';
import { useLeadSentence } from './lead-sentence.ts';
import { namesIn } from './people-names.ts';
import { rowLinkId } from './responsibility-row.tsx';
import { stripAreas } from './strip-areas.ts';
import { FirstSteps } from './first-steps.tsx';
import { useRecentChanges } from './use-recent-changes.ts';
import { useRecurrence } from './use-recurrence.ts';
import styles from './board.module.css';

const ResponsibilityPanel = lazyWithSentences(() => import('./responsibility-panel.tsx'));
const HelpSection = lazyWithSentences(() => import('./help-section.tsx'));
const BoardForms = lazyWithSentences(() => import('./board-forms.tsx'));

export type BoardPageProps = { readonly teamId: TeamId; readonly actor: Actor };

/** Team › Verantwoordelijkheden: who carries what, who stands in, and what nobody does. */
export default function BoardPage({ teamId, actor }: BoardPageProps) {
  const { data: snapshot, error, refetch } = useTeam(teamId);
  // Asked for while the team is still on its way.
  useRecurrence();
  if (snapshot) {
    return (
      <ActsProvider key={teamId} teamId={teamId} actor={actor}>
        <Board teamId={teamId} actor={actor} snapshot={snapshot} />
      </ActsProvider>
    );
  }
  return error ? <BoardFailed error={error} retry={() => void refetch()} /> : <SkeletonRows rows={8} />;
}

function BoardFailed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence();
  return (
    <ErrorNotice
      title={t('notLoaded')}
      action={
        <Button kind="secondary" onClick={retry}>
          {t('loadAgain')}
        </Button>
      }
    >
      {sentence(failureOf(error))}
    </ErrorNotice>
  );
}

function Board({ teamId, actor, snapshot }: BoardPageProps & { readonly snapshot: TeamSnapshot }) {
  const t = useTranslations('responsibilities');
  const lead = useLeadSentence();
  const narrow = useMediaQuery(NARROW);
  const { act, context } = useActs();
  const { today } = context;
  const { view, hrefOf, show } = useBoardView();
  const [form, setForm] = useState<BoardForm | null>(null);
  const { recent, markRead } = useRecentChanges({ teamId, actor, snapshot });
  const me = actor.personId;
  const names = useMemo(() => namesIn(snapshot), [snapshot]);
  const recurrence = useRecurrence();
  const board = useMemo(
    () => deriveBoard(snapshot, { today, ...(recurrence && { asleep: recurrence.deriveAsleep }) }),
    [snapshot, today, recurrence],
  );
  const dates = useMemo(() => recurrence?.deriveRowDates(snapshot, today) ?? null, [snapshot, today, recurrence]);
  const mine = view.filter === 'mine';
  const areas = useMemo(() => stripAreas({ board, me, mine, names, t }), [board, me, mine, names, t]);
  const rows = board.flatMap(({ responsibilities }) => responsibilities);
  const sentence = lead(countCoverage(rows.map(({ coverage }) => coverage)));
  const isNew = Object.keys(snapshot.responsibility).length === 0;
  const mayWrite = mayInTeam(actor, 'responsibility.write', teamId);
  const open = view.openId === null ? undefined : snapshot.responsibility[view.openId];
  const openId = open?.id;
  useEffect(() => {
    if (openId) markRead(openId);
  });

  const thisTeam = useMemo(
    () => [{ teamId, teamName: snapshot.team[teamId]?.name ?? '', snapshot }],
    [teamId, snapshot],
  );

  const openPanel = (id: string): void => {
    // Ids in the strip are those of the responsibilities that were put in.
    show({ ...view, openId: id as ResponsibilityId });
  };
  const closePanel = (): void => {
    show({ ...view, openId: null });
    if (openId) document.getElementById(rowLinkId(openId))?.focus();
  };
  const wishForArea = ({ kind, area }: AreaWish): void => {
    if (kind === 'add') setForm({ kind: 'new', areaId: area.id });
    else if (kind === 'rename') setForm({ kind: 'renameArea', area });
    else {
      const command = teamCommand(areaCommands.removeArea, { areaId: area.id }, context);
      void act({ command, done: t('done.removeArea', { name: area.name }), about: null });
    }
  };
  return (
    <>
      <PageLead>{sentence}</PageLead>
      {rows.length > 0 && (
        <div className={styles.strip}>
          <CoverageStrip
            sentence={t('stripSentence', { sentence })}
            areas={areas}
            mine={mine}
            selectedId={openId}
            onSelect={openPanel}
          />
          <div className={styles.key}>
            <CoverageKey />
          </div>
        </div>
      )}
      <div className={classNames(styles.columns, open && !narrow && styles.withPanel)}>
        <div>
          <ActsFailure about={null} names={names} />
          {isNew && mayWrite ? (
            <FirstSteps onForm={setForm} />
          ) : (
            <>
              <BoardTools rows={rows} {...{ snapshot, me, view, show }} onForm={mayWrite ? setForm : undefined} />
              <BoardList
                {...{ snapshot, board, dates, me, names, view, hrefOf, recent }}
                onAreaWish={mayWrite ? wishForArea : undefined}
              />
            </>
          )}
          {rows.length > 0 && (
            <Link
              href={overviewAddress(teamId)}
              className={classNames(buttonLook({ kind: 'tertiary' }), styles.overview)}
            >
              {t('toOverview')}
            </Link>
          )}
          {!isNew && (
            <div className={styles.help}>
              <Suspense>
                <HelpSection teams={thisTeam} actor={actor} />
              </Suspense>
            </div>
          )}
        </div>
        {open && (
          <Suspense>
            <ResponsibilityPanel
              {...{ teamId, actor, snapshot, names }}
              responsibilityId={open.id}
              onClose={closePanel}
              onEdit={() => setForm({ kind: 'edit', responsibilityId: open.id })}
            />
          </Suspense>
        )}
      </div>
      {!(narrow && open) && <ActsUndoBar />}
      {form && (
        <Suspense>
          <BoardForms {...{ teamId, snapshot, form, names }} onClose={() => setForm(null)} onMade={openPanel} />
        </Suspense>
      )}
    </>
  );
}
