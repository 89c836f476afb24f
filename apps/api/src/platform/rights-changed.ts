import type { PersonId } from '@roer/domain/ids';
import type { Platform } from './dependencies.ts';

/** Tells somebody's browsers, after the commit, that their rights or their name are not what they were. Nobody waits for it. */
export const tellRightsChanged = ({ platform }: { platform: Platform }, personId: PersonId): void =>
  platform.afterwards.run(() => platform.live.rightsChanged(personId));
