import { stat } from 'node:fs/promises';

/** `nobody` on every Linux, also where no system user may be made. */
const NOBODY = 65534;

/** As whom the server runs: `uid` and `gid` only when that is somebody else than ourselves. */
export type ServerUser = { readonly uid: number | undefined; readonly gid: number | undefined };

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the data folder, so that an ordinary user may go on
 * with the same data later, and as nobody when there is no folder yet.
 * @throws Error in plain words when we may not read the folder at all
 */
export const serverUser = async (folder: string): Promise<ServerUser> => {
  const us = process.getuid?.();
  const owner = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`${folder} cannot be opened (${error.code}). Start Roer as the user who owns it.`, {
      cause: error,
    });
  });
  if (us === undefined) return { uid: undefined, gid: undefined };
  if (us !== 0) {
    if (owner !== undefined && owner.uid !== us) {
      throw new Error(`${folder} belongs to another user. Start Roer as the user who started it first, or as root.`);
    }
    return { uid: undefined, gid: undefined };
  }
  if (owner === undefined || owner.uid === 0) return { uid: NOBODY, gid: NOBODY };
  return { uid: owner.uid, gid: owner.gid };
};
