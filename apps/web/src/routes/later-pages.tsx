import { useTranslations } from 'use-intl';
import { Route, Switch } from 'wouter';
import { isAdministrator, isManager, mayInOrganisation } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import type { IntervisieId, PersonId } from '@roer/domain/ids';
import type { Me } from '../features/identity/me.ts';
import { lazyWithSentences } from '../i18n/later-sentences.tsx';
import { NotFound } from './not-found.tsx';
import { Titled } from './titled.tsx';

const QuarterPage = lazyWithSentences(() => import('../features/insights/quarter-page.tsx'));
const TeamQuarterPage = lazyWithSentences(() => import('../features/insights/team-quarter-page.tsx'));
const InsightPage = lazyWithSentences(() => import('../features/insights/insight-page.tsx'));
const AuditPage = lazyWithSentences(() => import('../features/audit/audit-page.tsx'));
const TeamAuditPage = lazyWithSentences(() => import('../features/audit/team-audit-page.tsx'));
const BulkImportPage = lazyWithSentences(() => import('../features/organisation/bulk-import-page.tsx'));
const CataloguePage = lazyWithSentences(() => import('../features/organisation/catalogue-page.tsx'));
const HolidaysPage = lazyWithSentences(() => import('../features/organisation/holidays-page.tsx'));
const ReorganisingPage = lazyWithSentences(() => import('../features/organisation/reorganising-page.tsx'));
const ContributionPage = lazyWithSentences(() => import('../features/learning/contribution-page.tsx'));
const TalentsPage = lazyWithSentences(() => import('../features/learning/talents-page.tsx'));
const ColleaguePage = lazyWithSentences(() => import('../features/learning/colleague-page.tsx'));

const ErasePage = lazyWithSentences(() => import('../features/identity/erase-page.tsx'));
const ErasePersonPage = lazyWithSentences(() => import('../features/organisation/erase-person-page.tsx'));
const AboutMePage = lazyWithSentences(() => import('../features/workload/about-me-page.tsx'));
const IntervisiePage = lazyWithSentences(() => import('../features/learning/intervisie-page.tsx'));
const RoomPage = lazyWithSentences(() => import('../features/learning/room-page.tsx'));
const StoredPage = lazyWithSentences(() => import('../features/identity/stored-page.tsx'));

type LaterPagesProps = {
  readonly me: Me;
  readonly actor: Actor;
  readonly leftTeamOf: (teamId: string) => string | undefined;
  readonly onSignOut: () => void;
};

/** The pages that are seldom the first that somebody opens: where they stand is not in what every page waits for. */
export default function LaterPages({ me, actor, leftTeamOf, onSignOut }: LaterPagesProps) {
  const t = useTranslations('shell.navigation');
  const teamOf = (id: string) => actor.memberships.find(({ teamId }) => teamId === id);
  const governs = isAdministrator(actor);
  return (
    <Switch>
      <Route path="/insight/quarter">{isManager(actor) ? <QuarterPage /> : <NotFound />}</Route>
      <Route path="/team/:teamId/quarter">
        {({ teamId }) => {
          const team = teamOf(teamId);
          return team ? (
            <TeamQuarterPage key={teamId} teamId={team.teamId} />
          ) : (
            <NotFound leftTeam={leftTeamOf(teamId)} />
          );
        }}
      </Route>
      <Route path="/insight">
        {isManager(actor) ? (
          <Titled title={t('insight')}>
            <InsightPage />
          </Titled>
        ) : (
          <NotFound />
        )}
      </Route>
      <Route path="/organisation/audit">
        {mayInOrganisation(actor, 'audit.read') ? <AuditPage organisation={me.organisation.name} /> : <NotFound />}
      </Route>
      <Route path="/team/:teamId/audit">
        {({ teamId }) => {
          const team = teamOf(teamId);
          return team ? (
            <TeamAuditPage key={teamId} teamId={team.teamId} teamName={team.teamName} />
          ) : (
            <NotFound leftTeam={leftTeamOf(teamId)} />
          );
        }}
      </Route>
      <Route path="/organisation/import">
        {mayInOrganisation(actor, 'people.import') ? <BulkImportPage /> : <NotFound />}
      </Route>
      <Route path="/organisation/catalogue">
        {mayInOrganisation(actor, 'catalogue.read') ? <CataloguePage actor={actor} /> : <NotFound />}
      </Route>
      <Route path="/organisation/holidays">{governs ? <HolidaysPage /> : <NotFound />}</Route>
      <Route path="/organisation/reorganising">
        {mayInOrganisation(actor, 'structure.write') ? <ReorganisingPage /> : <NotFound />}
      </Route>
      <Route path="/contribution">
        <ContributionPage actor={actor} organisation={me.organisation.name} />
      </Route>
      <Route path="/contribution/talents">
        <TalentsPage actor={actor} />
      </Route>
      <Route path="/contribution/:personId">
        {({ personId }) => (
          // The address holds any text: an id that nobody has is nobody.
          <ColleaguePage key={personId} personId={personId as PersonId} missing={<NotFound />} />
        )}
      </Route>
      <Route path="/account/erase">
        <ErasePage onErased={onSignOut} />
      </Route>
      <Route path="/organisation/people/:personId/erase">
        {({ personId }) => (governs ? <ErasePersonPage key={personId} personId={personId} /> : <NotFound />)}
      </Route>
      <Route path="/team/:teamId/intervisie">
        {({ teamId }) => {
          const team = teamOf(teamId);
          return team ? (
            <IntervisiePage key={teamId} teamId={team.teamId} teamName={team.teamName} me={actor.name} />
          ) : (
            <NotFound leftTeam={leftTeamOf(teamId)} />
          );
        }}
      </Route>
      <Route path="/team/:teamId/intervisie/:roomId">
        {({ teamId, roomId }) => {
          const team = teamOf(teamId);
          return team ? (
            // The address holds any text: the server says whether there is such a room.
            <RoomPage key={roomId} teamId={team.teamId} roomId={roomId as IntervisieId} />
          ) : (
            <NotFound leftTeam={leftTeamOf(teamId)} />
          );
        }}
      </Route>
      <Route path="/check-in/about-me">
        <AboutMePage />
      </Route>
      <Route path="/account/privacy">
        <StoredPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
