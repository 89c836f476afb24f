import type { CommandId } from '@roer/domain/ids';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import { recall, remember } from '../../live/device-memory.ts';

const KEY = 'roer.import';

/** An import that was started here: who leaves the page finds it again. */
export type FollowedImport = { kind: ImportKind; jobId: CommandId };

export const followedImport = (): FollowedImport | undefined => {
  const [kind, jobId] = (recall(KEY) ?? '').split(' ');
  if ((kind !== 'people' && kind !== 'responsibilities') || !jobId) return undefined;
  // Only `followImport` writes it.
  return { kind, jobId: jobId as CommandId };
};

/** Remembers an import on this device; forgets it without one. */
export const followImport = (followed: FollowedImport | undefined): void =>
  remember(KEY, followed && `${followed.kind} ${followed.jobId}`);
