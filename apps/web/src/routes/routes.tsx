import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { lazyWithSentences } from '../i18n/later-sentences.tsx';
import { SignedInPages } from './signed-in-pages.tsx';

const SignInPage = lazyWithSentences(() => import('../features/identity/sign-in-page.tsx'));
const StartPage = lazyWithSentences(() => import('../features/identity/start-page.tsx'));
const StartOwnPage = lazyWithSentences(() => import('../features/identity/start-own-page.tsx'));
const LinkPage = lazyWithSentences(() => import('../features/identity/link-page.tsx'));
const SharedPage = lazyWithSentences(() => import('../features/learning/shared-page.tsx'));
const UnsubscribePage = lazyWithSentences(() => import('../features/identity/unsubscribe-page.tsx'));

/** Which page stands at which address. Every page is a chunk of its own. */
export function Routes() {
  return (
    <Suspense>
      <Switch>
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/start" component={StartPage} />
        <Route path="/start/own" component={StartOwnPage} />
        <Route path="/welcome" component={LinkPage} />
        <Route path="/new-password" component={LinkPage} />
        <Route path="/shared-contribution" component={SharedPage} />
        <Route path="/unsubscribe/:token">{(params) => <UnsubscribePage params={params} />}</Route>
        <Route component={SignedInPages} />
      </Switch>
    </Suspense>
  );
}
