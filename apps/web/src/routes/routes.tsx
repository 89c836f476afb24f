import { Suspense, lazy } from 'react';
import { Route, Switch } from 'wouter';

const NotFoundPage = lazy(() => import('./not-found-page.tsx'));

/** Which page stands at which address. Every page is a chunk of its own. */
export function Routes() {
  return (
    <Suspense>
      <Switch>
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  );
}
