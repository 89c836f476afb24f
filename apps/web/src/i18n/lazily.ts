// oxlint-disable-next-line no-restricted-imports -- the one place that may
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { patiently } from '../live/patiently.ts';

/** `lazy` for a part that may have to wait for the connection. Keep it outside of components, like `lazy`. */
export const lazily = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> => lazy(() => patiently(load));
