import { patiently } from './patiently.ts';
import type * as AtHome from './at-home.ts';

let loading: Promise<typeof AtHome> | undefined;

/** What this device keeps and sends of who is here. Work that is given first is done first. */
export const home = (): Promise<typeof AtHome> => (loading ??= patiently(() => import('./at-home.ts')));
