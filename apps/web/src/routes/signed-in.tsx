import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { DemoBanner } from '../features/identity/demo-banner.tsx';
import { actorOf } from '../features/identity/me.ts';
import type { Me } from '../features/identity/me.ts';
import { useLiveChannel } from '../features/identity/use-live-channel.ts';
import { TakeOnDoor } from '../features/workload/take-on-door.tsx';
import { AppShell } from '../shell/app-shell.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { ConnectionState } from './connection-state.tsx';
import { Pages } from './pages.tsx';
import { useNavigation } from './use-navigation.ts';
import { useLook } from './use-look.ts';
import { usePageFocus } from './use-page-focus.ts';
import { lazily } from '../i18n/lazily.ts';
import { lazyWithSentences } from '../i18n/later-sentences.tsx';

const JumpPalette = lazyWithSentences(() => import('../features/search/jump-palette.tsx'));

const WhoIsHere = lazily(() => import('../features/responsibilities/who-is-here.tsx'));

type SignedInProps = {
  readonly me: Me;
  readonly onSignOut: () => void;
  /** Why signing out did not work. */
  readonly problem: string | undefined;
};

/** The shell around every page of somebody who is signed in, with the live channel open. */
export function SignedIn({ me, onSignOut, problem }: SignedInProps) {
  const t = useTranslations('shell');
  const [path] = useLocation();
  const actor = actorOf(me);
  const [searching, setSearching] = useState(false);
  useLiveChannel(me.memberships.map(({ teamId }) => teamId));
  const teamOnScreen = useLook(me.memberships.map(({ teamId }) => teamId));
  usePageFocus(path);
  const { navigation, subNavigation, currentTeamId } = useNavigation(actor);
  return (
    <AppShell
      home="/"
      teams={me.memberships.map(({ teamId, teamName }) => ({ id: teamId, name: teamName, href: `/team/${teamId}` }))}
      currentTeamId={currentTeamId}
      navigation={navigation}
      subNavigation={subNavigation}
      onSearch={() => setSearching(true)}
      account={{
        name: me.person.name,
        pages: [
          { label: t('navigation.contribution'), href: '/contribution' },
          { label: t('navigation.account'), href: '/account' },
        ],
        onSignOut,
      }}
      here={
        teamOnScreen && (
          <Suspense>
            <WhoIsHere teamId={teamOnScreen} />
          </Suspense>
        )
      }
      above={me.organisation.demo && <DemoBanner name={me.person.name} />}
    >
      <ConnectionState />
      {problem !== undefined && <ErrorNotice title={problem} />}
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <TakeOnDoor actor={actor}>
          <Pages me={me} actor={actor} onSignOut={onSignOut} />
        </TakeOnDoor>
      </Suspense>
      {searching && (
        <Suspense>
          <JumpPalette actor={actor} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </AppShell>
  );
}
