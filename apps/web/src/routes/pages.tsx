import { useTranslations } from 'use-intl';
import { Route, Switch } from 'wouter';
import { isAdministrator } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import type { DuoId, GoalId, HandoverId, PersonId } from '@roer/domain/ids';
import type { Me } from '../features/identity/me.ts';
import { lazyWithSentences } from '../i18n/later-sentences.tsx';
import { NotFound } from './not-found.tsx';
import { Titled } from './titled.tsx';
import { useLeftTeams } from './use-left-teams.ts';
import { lazily } from '../i18n/lazily.ts';

const loadToday = () => import('../features/today/today-page.tsx');
const loadBoard = () => import('../features/responsibilities/board-page.tsx');
// The page that is asked for comes while the server still says who is asking.
if (location.pathname === '/') void loadToday();
else if (/^\/team\/[^/]+$/.test(location.pathname)) void loadBoard();

const TodayPage = lazily(loadToday);
const BoardPage = lazily(loadBoard);
const MembersPage = lazyWithSentences(() => import('../features/organisation/members-page.tsx'));
const OutsideMembersPage = lazyWithSentences(() => import('../features/organisation/outside-members-page.tsx'));
const StructurePage = lazyWithSentences(() => import('../features/organisation/structure-page.tsx'));
const PeoplePage = lazyWithSentences(() => import('../features/organisation/people-page.tsx'));
const PersonPage = lazyWithSentences(() => import('../features/organisation/person-page.tsx'));
const TeamPersonPage = lazyWithSentences(() => import('../features/people/person-page.tsx'));
const OverviewPage = lazyWithSentences(() => import('../features/responsibilities/overview-page.tsx'));
const LoadPage = lazyWithSentences(() => import('../features/workload/load-page.tsx'));
const ObstaclesPage = lazyWithSentences(() => import('../features/insights/obstacles-page.tsx'));
const HandoverPage = lazyWithSentences(() => import('../features/learning/handover-page.tsx'));
const OneHandoverPage = lazyWithSentences(() => import('../features/learning/one-handover-page.tsx'));
const DuoPage = lazyWithSentences(() => import('../features/learning/duo-page.tsx'));
const LearningPage = lazyWithSentences(() => import('../features/learning/learning-page.tsx'));
const YearPage = lazyWithSentences(() => import('../features/responsibilities/year-page.tsx'));
const GoalPage = lazyWithSentences(() => import('../features/learning/goal-page.tsx'));
const NewGoalPage = lazyWithSentences(() => import('../features/learning/new-goal-page.tsx'));
const OwnLearningPage = lazyWithSentences(() => import('../features/learning/own-learning-page.tsx'));
const CheckInPage = lazyWithSentences(() => import('../features/workload/check-in-page.tsx'));
const LaterPages = lazily(() => import('./later-pages.tsx'));
const AccountPage = lazyWithSentences(() => import('../features/identity/account-page.tsx'));

type PagesProps = { readonly me: Me; readonly actor: Actor; readonly onSignOut: () => void };

/** The pages behind the door; which stand where comes later for those that are seldom opened. What somebody may not see looks as if it were not there. */
export function Pages({ me, actor, onSignOut }: PagesProps) {
  const t = useTranslations('shell.navigation');
  const teamOf = (id: string) => actor.memberships.find(({ teamId }) => teamId === id);
  const leftTeamOf = useLeftTeams(actor);
  const governs = isAdministrator(actor);
  return (
    <Switch>
      <Route path="/">
        <Titled title={t('today')}>
          <TodayPage actor={actor} />
        </Titled>
      </Route>
      <Route path="/team/:teamId">
        {({ teamId }) => {
          const team = teamOf(teamId);
          if (!team) return <NotFound leftTeam={leftTeamOf(teamId)} />;
          return (
            <Titled title={team.teamName}>
              <BoardPage teamId={team.teamId} actor={actor} />
            </Titled>
          );
        }}
      </Route>
      <Route path="/team/:teamId/members">
        {({ teamId }) => {
          const team = teamOf(teamId);
          if (team) return <MembersPage key={teamId} teamId={team.teamId} actor={actor} />;
          return governs ? (
            <OutsideMembersPage key={teamId} teamId={teamId} />
          ) : (
            <NotFound leftTeam={leftTeamOf(teamId)} />
          );
        }}
      </Route>
      <Route path="/team/:teamId/person/:personId">
        {({ teamId, personId }) => {
          const team = teamOf(teamId);
          if (!team) return <NotFound leftTeam={leftTeamOf(teamId)} />;
          // The address holds any text: an id that the team does not have is nobody.
          const somebody = personId as PersonId;
          return (
            <TeamPersonPage
              key={somebody}
              teamId={team.teamId}
              personId={somebody}
              meId={actor.personId}
              missing={<NotFound />}
            />
          );
        }}
      </Route>
      <Route path="/team/:teamId/overview">
        {({ teamId }) => {
          const team = teamOf(teamId);
          return team ? <OverviewPage key={teamId} teamId={team.teamId} /> : <NotFound leftTeam={leftTeamOf(teamId)} />;
        }}
      </Route>
      <Route path="/team/:teamId/load">
        {({ teamId }) => {
          const team = teamOf(teamId);
          if (!team) return <NotFound leftTeam={leftTeamOf(teamId)} />;
          return (
            <Titled title={t('load')}>
              <LoadPage key={teamId} teamId={team.teamId} actor={actor} />
            </Titled>
          );
        }}
      </Route>
      <Route path="/team/:teamId/obstacles">
        {({ teamId }) => {
          const team = teamOf(teamId);
          if (!team) return <NotFound leftTeam={leftTeamOf(teamId)} />;
          return (
            <Titled title={t('obstacles')}>
              <ObstaclesPage key={teamId} teamId={team.teamId} actor={actor} />
            </Titled>
          );
        }}
      </Route>
      <Route path="/team/:teamId/handover">
        {({ teamId }) => {
          const team = teamOf(teamId);
          return team ? (
            <HandoverPage key={teamId} teamId={team.teamId} actor={actor} />
          ) : (
            <NotFound leftTeam={leftTeamOf(teamId)} />
          );
        }}
      </Route>
      <Route path="/team/:teamId/handover/:handoverId">
        {({ teamId, handoverId }) => {
          const team = teamOf(teamId);
          if (!team) return <NotFound leftTeam={leftTeamOf(teamId)} />;
          // The address holds any text: an id that the team does not have is no handover.
          return <OneHandoverPage key={handoverId} {...{ actor }} teamId={team.teamId} id={handoverId as HandoverId} />;
        }}
      </Route>
      <Route path="/team/:teamId/duo/:duoId">
        {({ teamId, duoId }) => {
          const team = teamOf(teamId);
          if (!team) return <NotFound leftTeam={leftTeamOf(teamId)} />;
          return <DuoPage key={duoId} {...{ actor }} teamId={team.teamId} id={duoId as DuoId} />;
        }}
      </Route>
      <Route path="/team/:teamId/year">
        {({ teamId }) => {
          const team = teamOf(teamId);
          if (!team) return <NotFound leftTeam={leftTeamOf(teamId)} />;
          return (
            <Titled title={t('year')}>
              <YearPage key={teamId} teamId={team.teamId} />
            </Titled>
          );
        }}
      </Route>
      <Route path="/team/:teamId/learning">
        {({ teamId }) => {
          const team = teamOf(teamId);
          return team ? (
            <LearningPage key={teamId} teamId={team.teamId} actor={actor} />
          ) : (
            <NotFound leftTeam={leftTeamOf(teamId)} />
          );
        }}
      </Route>
      <Route path="/team/:teamId/learning/mine">
        {({ teamId }) => {
          const team = teamOf(teamId);
          return team ? (
            <OwnLearningPage key={teamId} teamId={team.teamId} actor={actor} />
          ) : (
            <NotFound leftTeam={leftTeamOf(teamId)} />
          );
        }}
      </Route>
      <Route path="/team/:teamId/learning/goal/new">
        {({ teamId }) => {
          const team = teamOf(teamId);
          return team ? <NewGoalPage key={teamId} teamId={team.teamId} /> : <NotFound leftTeam={leftTeamOf(teamId)} />;
        }}
      </Route>
      <Route path="/team/:teamId/learning/goal/:goalId">
        {({ goalId }) => (
          // The address holds any text; a goal of a team that I left is still mine, so the server says who sees it.
          <GoalPage key={goalId} goalId={goalId as GoalId} actor={actor} missing={<NotFound />} />
        )}
      </Route>
      <Route path="/check-in">
        <CheckInPage actor={actor} />
      </Route>
      <Route path="/organisation">
        <StructurePage actor={actor} />
      </Route>
      <Route path="/organisation/people">{governs ? <PeoplePage /> : <NotFound />}</Route>
      <Route path="/organisation/people/:personId">
        {({ personId }) => (governs ? <PersonPage key={personId} personId={personId} /> : <NotFound />)}
      </Route>
      <Route path="/account">
        <AccountPage me={me} onSignOut={onSignOut} />
      </Route>
      <Route>
        <LaterPages me={me} actor={actor} leftTeamOf={leftTeamOf} onSignOut={onSignOut} />
      </Route>
    </Switch>
  );
}
