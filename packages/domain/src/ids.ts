/** An id of one kind of thing; ids of two kinds cannot be exchanged. At run time it is a lower-case UUID. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type OrganisationId = Id<'organisation'>;
export type PersonId = Id<'person'>;
export type DomainId = Id<'domain'>;
export type TeamId = Id<'team'>;
export type MembershipId = Id<'membership'>;
export type AppointmentId = Id<'appointment'>;
export type CatalogueItemId = Id<'catalogueItem'>;
export type AreaId = Id<'area'>;
export type ResponsibilityId = Id<'responsibility'>;
export type AssignmentId = Id<'assignment'>;
export type OfferId = Id<'offer'>;
export type DelegationId = Id<'delegation'>;
export type DutyId = Id<'duty'>;
export type HelpId = Id<'help'>;
export type AbsenceId = Id<'absence'>;
export type NoteId = Id<'note'>;
export type DeadlineWorkId = Id<'deadlineWork'>;
export type TransferId = Id<'transfer'>;
export type TransferItemId = Id<'transferItem'>;
export type OverloadId = Id<'overload'>;
export type ObstacleId = Id<'obstacle'>;
export type CoverLevelId = Id<'coverLevel'>;
export type LeaveIntentId = Id<'leaveIntent'>;
export type HandoverId = Id<'handover'>;
export type HandoverItemId = Id<'handoverItem'>;
export type DuoId = Id<'duo'>;
export type BuddyId = Id<'buddy'>;
export type GoalId = Id<'goal'>;
export type ReflectionId = Id<'reflection'>;
export type IntervisieId = Id<'intervisie'>;
export type ContributionId = Id<'contribution'>;
export type ReorganisationId = Id<'reorganisation'>;
export type CommandId = Id<'command'>;
/** A feed has the id of the team or organisation that owns it. */
export type FeedId = TeamId | OrganisationId;

const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of time, so that ids made later sort later, and 74 random bits.
 * `now` is in epoch milliseconds; `random` holds at least 10 random bytes.
 */
export const uuidFrom = <Kind extends string>(now: number, random: Uint8Array): Id<Kind> => {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now) << 16n);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const text = hexadecimal(bytes);
  const parts = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
  // The brand exists only for the compiler.
  return parts.join('-') as Id<Kind>;
};
