import type { GroupMapping } from '@roer/domain/identity/group-mapping';

/** How Roer asks the identity provider, and what it does with the answer. */
export type SingleSignOnSettings = {
  /** As the provider calls itself: the address under which its discovery document stands. */
  issuer: string;
  clientId: string;
  /** Null for a public client, which PKCE alone protects. */
  clientSecret: string | null;
  /** What people call it: it stands on the button. */
  name: string;
  /** Separated by spaces; `openid` is one of them. */
  scope: string;
  /** In which claim each thing stands; dots go into an object. */
  claims: { email: string; name: string; groups: string };
  /** The provider does not say that an address was verified, and yet whoever has it cannot choose it. */
  emailsAreVerified: boolean;
  /** Whether somebody whom nobody invited and no group gives anything may have an account. */
  admitsAnybody: boolean;
  groups: GroupMapping;
  /** How long a session lasts that the provider opened. */
  sessionHours: number;
};

/** By which doors people come in. */
export type Doors = { passwords: boolean; provider: SingleSignOnSettings | null };

/** Whether an account can be certainly its owner's: by their own mailbox, or by the identity provider (rule P16). */
export const canBeOwn = ({ mailer, doors }: { mailer: unknown; doors: Doors }): boolean =>
  mailer !== null || doors.provider !== null;
