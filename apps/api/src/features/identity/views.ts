import type { Actor } from '@roer/domain/access/may';
import type { Session } from '../../platform/session.ts';
import type { FirstRunState } from './first-run.ts';
import type { LinkKind, OpenLink } from './links.ts';

/** Who is signed in and what they may do, as their own browser learns it. */
export type Me = {
  person: { id: Actor['personId']; name: string };
  organisation: Session['organisation'];
  memberships: Actor['memberships'];
  appointments: Actor['appointments'];
};

export const meView = ({ actor, organisation }: Session): Me => ({
  person: { id: actor.personId, name: actor.name },
  organisation,
  memberships: actor.memberships,
  appointments: actor.appointments,
});

/** What somebody with a link sees before choosing a password. `losesPasskeys`: they have passkeys, which go then (rule I29). */
export type LinkInfo = { kind: LinkKind; name: string; email: string; organisation: string; losesPasskeys: boolean };

export const linkView = (
  { kind, name, email, organisation }: OpenLink,
  { losesPasskeys }: Pick<LinkInfo, 'losesPasskeys'>,
): LinkInfo => ({
  kind,
  name,
  email,
  organisation,
  losesPasskeys,
});

/**
 * What a stranger's browser needs to know to choose its first page. `mail`: whether a forgotten password can be mailed; `passwords`: whether anybody signs in
 * with one; `provider`: what people call the identity provider by which they may, or null; `passkeys`: on pages of
 * which address one may do so by a passkey, or null.
 */
export type FirstRun = {
  state: FirstRunState;
  mail: boolean;
  passwords: boolean;
  provider: string | null;
  passkeys: string | null;
};
