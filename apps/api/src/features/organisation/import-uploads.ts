import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { DomainError } from '@roer/domain/errors';
import type { ImportKind } from '@roer/domain/organisation/import-fields';

export type Owner = { organisationId: OrganisationId; personId: PersonId };

/** A file that somebody uploaded, as it was read, with what its last preview said. */
export type Upload = Owner & {
  id: string;
  kind: ImportKind;
  table: Uint8Array;
  at: number;
  preview: { digest: string; teams: TeamId[]; writable: boolean } | null;
};

export type Uploads = {
  /** Keeps an upload, instead of an earlier one of the same person; the oldest make room. */
  keep: (upload: Upload) => void;
  /** Throws `uploadGone` when it is too old, was replaced, or is somebody else's. */
  find: (owner: Owner, id: string, now: number) => Upload;
  drop: (id: string) => void;
};

const lifetime = 30 * 60_000;
const mostBytes = 128 * 1024 * 1024;

/** Uploads in the memory of this process: nobody's names are written down before somebody says so. */
export const openUploads = (): Uploads => {
  const kept = new Map<string, Upload>();
  const forget = (now: number): void => {
    for (const { id, at } of kept.values()) if (at + lifetime <= now) kept.delete(id);
  };
  return {
    keep: (upload) => {
      forget(upload.at);
      for (const { id, personId } of kept.values()) if (personId === upload.personId) kept.delete(id);
      kept.set(upload.id, upload);
      let bytes = [...kept.values()].reduce((sum, { table }) => sum + table.length, 0);
      for (const { id, table } of kept.values()) {
        if (bytes <= mostBytes || id === upload.id) break;
        kept.delete(id);
        bytes -= table.length;
      }
    },
    find: ({ organisationId, personId }, id, now) => {
      forget(now);
      const upload = kept.get(id);
      if (!upload || upload.personId !== personId || upload.organisationId !== organisationId)
        throw new DomainError('uploadGone');
      return upload;
    },
    drop: (id) => void kept.delete(id),
  };
};
