/** A table of an export, and its columns that are in it, as the database names them. */
export type ExportedTable = { name: string; columns: readonly string[] };

const table = (name: string, columns: string): ExportedTable => ({ name, columns: columns.split(' ') });

/**
 * What an export of an organisation holds, in the order of its references (rule OP7). Every other table and column of the schema
 * stands in `leftOut`; a test fails when one stands in neither.
 */
export const exportedTables: readonly ExportedTable[] = [
  table('Organisation', 'id name timeZone demo ownHolidays'),
  table('Person', 'organisationId id name email erasedAt mailboxProvenOn accountEndedOn'),
  table('User', 'id email name emailVerified image organisationId personId createdAt updatedAt'),
  table('Account', 'id accountId providerId userId password createdAt updatedAt'),
  table('Domain', 'organisationId id name closedOn'),
  table('Team', 'organisationId id name createdOn closedOn'),
  table('TeamPlacement', 'organisationId id teamId domainId from until'),
  table('Membership', 'organisationId id personId teamId from until home addedBy'),
  table('MembershipHours', 'organisationId membershipId from minutesByWeekday'),
  table('Appointment', 'organisationId id personId kind domainId from until'),
  table('GroupGrant', 'organisationId id personId right'),
  table('CatalogueItem', 'organisationId id source externalId parentExternalId name kind description'),
  table('ImportRun', 'organisationId id kind source digest counts by at'),
  table('Feed', 'organisationId ownerId kind'),
  table('Command', 'organisationId personId commandId procedure inputDigest result at'),
  table('AuditEntry', 'organisationId id teamId actorId action subjectId detail at'),
  table('AuditSeal', 'organisationId number entryId previousDigest digest'),
  table('DigestSubscription', 'organisationId personId language'),
  table('DigestSent', 'organisationId personId isoMonday'),
  table('Area', 'organisationId id teamId name order'),
  table(
    'Responsibility',
    'organisationId id teamId areaId catalogueItemId title purpose criticality organising openedOn editedOn closedOn version',
  ),
  table('ResponsibilityHours', 'organisationId responsibilityId from minutesAWeek season'),
  table('Assignment', 'organisationId id teamId responsibilityId personId role sharePercent from until'),
  table(
    'Offer',
    'organisationId id teamId responsibilityId kind assignmentId fromPersonId toPersonId sharePercent temporaryUntil madeOn expiresOn state',
  ),
  table(
    'Delegation',
    'organisationId id teamId responsibilityId assignmentId fromPersonId toPersonId sharePercent from until',
  ),
  table('Duty', 'organisationId id teamId responsibilityId title endedOn version'),
  table('DutySchedule', 'organisationId dutyId from rrule start dueTime shift'),
  table('Occurrence', 'organisationId dutyId recurrenceDate teamId responsibilityId state movedTo reason personId on'),
  table('Absence', 'organisationId teamId id personId from until'),
  table(
    'Help',
    'organisationId id teamId kind personId responsibilityId text on minutes madeOn expiresOn state acceptedBy',
  ),
  table('Note', 'organisationId id teamId responsibilityId title body url personId writtenOn version'),
  table(
    'DeadlineWork',
    'organisationId id teamId responsibilityId title earliestStart due leastMinutes likelyMinutes mostMinutes doneOn version',
  ),
  table('DeadlineShare', 'organisationId workId personId percent'),
  table('Transfer', 'organisationId id teamId from until proposedBy madeOn expiresOn state'),
  table(
    'TransferItem',
    'organisationId id teamId transferId order responsibilityId assignmentId workId sharePercent giver receiver',
  ),
  table('TransferConsent', 'organisationId transferId personId'),
  table('Overload', 'organisationId id teamId personId monday kind responsibilityId on'),
  table('OrganisingWeek', 'organisationId personId isoMonday minutes'),
  table(
    'Obstacle',
    'organisationId id teamId title body submittedBy addressedTo raisedOn dueOn state answeredBy answer answeredOn',
  ),
  table(
    'CoverLevel',
    'organisationId id teamId responsibilityId personId number level state proposedOn confirmedBy confirmedOn exercisedOn',
  ),
  table('LeaveIntent', 'organisationId id teamId responsibilityId personId before'),
  table(
    'Handover',
    'organisationId id teamId responsibilityId assignmentId giver receiver before state madeOn closedOn',
  ),
  table('HandoverItem', 'organisationId handoverId id kind subjectId text byGiver byReceiver version'),
  table('Duo', 'organisationId id teamId responsibilityId giver receiver proposedBy state madeOn endedOn'),
  table('DuoSession', 'organisationId duoId number plannedOn heldOn noteId'),
  table('Buddy', 'organisationId id personId buddyId teamId personMembershipId buddyMembershipId state'),
  table('FacilitatorTurn', 'organisationId teamId personId lastOn'),
  table('RosterWindow', 'organisationId id first announcedOn'),
  table('Epoch', 'organisationId number windowId'),
  table('Cell', 'organisationId id windowId'),
  table('CellTeam', 'organisationId windowId teamId cellId'),
  table('CellMember', 'organisationId windowId personId cellId teamId'),
  table('Release', 'organisationId epoch cellId measure band publishesAt'),
  table('SharedAnswer', 'organisationId epoch personId statement teamId value publishesAt'),
  table('MirrorVisit', 'organisationId domainId personId at'),
  table('Reorganisation', 'organisationId id name effectiveOn steps state version plannedBy carriedOutAt record'),
];

const answers =
  'an answer before its result, or the key to it: with it the file could tell what somebody answered (P12)';
const ownTexts = 'an own text, or the key to it: without the key nobody can read it, and the key may not be beside it';
const door = 'opens a door: whoever was let in before a restore asks for a new one';
const derived = 'is derived anew from what is in the file';
const deliveries = 'numbers what open browsers heard; after a restore each of them asks for everything anew';

/** What an export does not hold, by table or by `Table.column`, with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  Answer: answers,
  'Epoch.publicKey': answers,
  'Epoch.closed': 'an epoch that is under way has no result after a restore, so each of them is closed there',
  PersonKey: ownTexts,
  TalentCard: ownTexts,
  Contribution: ownTexts,
  ContributionCopy: ownTexts,
  ContributionTeam: ownTexts,
  LearningGoal: ownTexts,
  GoalText: ownTexts,
  Reflection: ownTexts,
  ReflectionReview: ownTexts,
  IntervisieRoom: ownTexts,
  RoomNote: ownTexts,
  KeptNotes: ownTexts,
  Session: door,
  Passkey: door,
  ProviderSession: door,
  Verification: door,
  PersonToken: door,
  CalendarFeed: door,
  'Account.accessToken': door,
  'Account.refreshToken': door,
  'Account.idToken': door,
  'Account.accessTokenExpiresAt': door,
  'Account.refreshTokenExpiresAt': door,
  'Account.scope': door,
  SignIn: 'tells who came in at this Roer lately, and is kept for ninety days',
  SignInFailure: 'counts what went wrong at the door of this Roer lately',
  RateLimit: 'counts requests of the last minutes',
  'Feed.seq': deliveries,
  Change: deliveries,
  SeenUntil: deliveries,
  RetentionRun: 'tells when this Roer last removed what is kept for a time; another one begins anew',
  Coverage: derived,
  GroupPicture: derived,
};
