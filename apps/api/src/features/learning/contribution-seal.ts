import { createHash } from 'node:crypto';
import type { PersonId } from '@roer/domain/ids';
import type { ContributionDraft, ContributionPage } from '@roer/domain/learning/contribution';
import type { PersonKey } from '../../platform/person-keys.ts';

/** What stands behind a link: the page, and the link's secret, so that its owner can copy it again. */
export type LinkBody = { page: ContributionPage; token: string };
export type TeamBody = { page: ContributionPage };
type Bodies = { draft: ContributionDraft; team: TeamBody; link: LinkBody };
export type BodyKind = keyof Bodies;

const about = (personId: PersonId, kind: BodyKind): string => `contribution ${personId} ${kind}`;

export const sealBody = <Kind extends BodyKind>(
  key: PersonKey,
  { personId, kind, body }: { personId: PersonId; kind: Kind; body: Bodies[Kind] },
): Buffer => key.seal(JSON.stringify(body), about(personId, kind));

/** Throws when it was sealed with another key, for somebody else or as something else. */
export const openBody = <Kind extends BodyKind>(
  key: PersonKey,
  { personId, kind, sealed }: { personId: PersonId; kind: Kind; sealed: Buffer },
): Bodies[Kind] => {
  // Nobody but `sealBody` makes what this key opens as this kind.
  const body: Bodies[Kind] = JSON.parse(key.open(sealed, about(personId, kind)).toString('utf8'));
  return body;
};

/** Tells one page from another: 43 characters, base64url. */
export const digestOf = (page: ContributionPage): string =>
  createHash('sha256').update(JSON.stringify(page)).digest('base64url');
