/**
 * Everything that is kept about a person, by the kinds that the page *What Roer stores about me* tells of, each with its tables
 * and the columns that say whose it is. `stored.test.ts` holds the whole database against it: a table about people that is not
 * here fails. `erased` says what happens to it when the person is erased (rule MD4); the first column of a table is whose it is.
 */
export const storedKinds = {
  person: { group: 'me', erased: 'goes', tables: { Person: ['id'] } },
  account: { group: 'me', erased: 'goes', tables: { User: ['personId'], Account: ['userId'] } },
  passkey: { group: 'me', erased: 'goes', tables: { Passkey: ['userId'] } },
  session: { group: 'me', erased: 'goes', tables: { Session: ['userId'] } },
  signIn: { group: 'me', erased: 'goes', tables: { SignIn: ['personId'] } },
  link: { group: 'me', erased: 'goes', tables: { PersonToken: ['personId'] } },
  groupGrant: { group: 'me', erased: 'goes', tables: { GroupGrant: ['personId'] } },
  membership: { group: 'work', erased: 'nameless', tables: { Membership: ['personId'] } },
  appointment: { group: 'work', erased: 'nameless', tables: { Appointment: ['personId'] } },
  assignment: {
    group: 'work',
    erased: 'nameless',
    tables: { Assignment: ['personId'], Delegation: ['fromPersonId', 'toPersonId'] },
  },
  offer: { group: 'work', erased: 'nameless', tables: { Offer: ['fromPersonId', 'toPersonId'] } },
  occurrence: { group: 'work', erased: 'nameless', tables: { Occurrence: ['personId'] } },
  absence: { group: 'work', erased: 'goes', tables: { Absence: ['personId'] } },
  help: { group: 'work', erased: 'goes', tables: { Help: ['personId', 'acceptedBy'] } },
  note: { group: 'work', erased: 'nameless', tables: { Note: ['personId'] } },
  deadlineWork: { group: 'work', erased: 'nameless', tables: { DeadlineShare: ['personId'] } },
  transfer: {
    group: 'work',
    erased: 'nameless',
    tables: { Transfer: ['proposedBy'], TransferItem: ['giver', 'receiver'], TransferConsent: ['personId'] },
  },
  cover: {
    group: 'work',
    erased: 'goes',
    tables: { CoverLevel: ['personId', 'confirmedBy'], LeaveIntent: ['personId'] },
  },
  overload: { group: 'work', erased: 'goes', tables: { Overload: ['personId'] } },
  obstacle: { group: 'work', erased: 'nameless', tables: { Obstacle: ['submittedBy', 'addressedTo', 'answeredBy'] } },
  handover: {
    group: 'work',
    erased: 'nameless',
    tables: { Handover: ['giver', 'receiver'], Duo: ['giver', 'receiver', 'proposedBy'] },
  },
  roster: { group: 'work', erased: 'nameless', tables: { CellMember: ['personId'] } },
  shared: { group: 'work', erased: 'goes', tables: { SharedAnswer: ['personId'] } },
  history: { group: 'done', erased: 'nameless', tables: { AuditEntry: ['actorId'], Membership: ['addedBy'] } },
  change: { group: 'done', erased: 'goes', tables: { Change: ['actorId'], Command: ['personId'] } },
  mirrorVisit: { group: 'done', erased: 'nameless', tables: { MirrorVisit: ['personId'] } },
  reorganisation: { group: 'done', erased: 'nameless', tables: { Reorganisation: ['plannedBy'] } },
  importRun: { group: 'done', erased: 'nameless', tables: { ImportRun: ['by'] } },
  checkIn: { group: 'mine', erased: 'counted', tables: { Answer: ['personId'] } },
  seen: { group: 'mine', erased: 'goes', tables: { SeenUntil: ['personId'] } },
  calendar: { group: 'mine', erased: 'goes', tables: { CalendarFeed: ['personId'] } },
  organisingWeek: { group: 'mine', erased: 'goes', tables: { OrganisingWeek: ['personId'] } },
  learning: {
    group: 'mine',
    erased: 'goes',
    tables: { LearningGoal: ['personId'], Reflection: ['personId'], ReflectionReview: ['personId'] },
  },
  buddy: { group: 'mine', erased: 'goes', tables: { Buddy: ['personId', 'buddyId'] } },
  ownKey: { group: 'mine', erased: 'goes', tables: { PersonKey: ['personId'] } },
  talent: { group: 'mine', erased: 'goes', tables: { TalentCard: ['personId'] } },
  contribution: {
    group: 'mine',
    erased: 'goes',
    tables: { Contribution: ['personId'], ContributionCopy: ['personId'], ContributionTeam: ['personId'] },
  },
  intervisie: {
    group: 'mine',
    erased: 'goes',
    tables: {
      IntervisieRoom: ['caseOwner', 'facilitator', 'timekeeper'],
      RoomNote: ['personId'],
      KeptNotes: ['personId'],
      FacilitatorTurn: ['personId'],
    },
  },
  digest: { group: 'mine', erased: 'goes', tables: { DigestSubscription: ['personId'], DigestSent: ['personId'] } },
} as const satisfies Record<string, { group: StoredGroup; erased: Erased; tables: Record<string, readonly string[]> }>;

/** `me`: who I am. `work`: what I do in teams. `done`: what I did. `mine`: what nobody else sees. */
export const storedGroups = ['me', 'work', 'done', 'mine'] as const;
export type StoredGroup = (typeof storedGroups)[number];
/**
 * `goes`: nothing of it is left. `nameless`: it is the team's or the chain's and stays, by an id that means nobody any more. `counted`:
 * it stays until the result that it counts for, and goes with it (rule P9).
 */
export type Erased = 'goes' | 'nameless' | 'counted';
/** At most so many rows of a table in one answer about what is kept. */
export const ownRowsAtOnce = 1000;
export type StoredKind = keyof typeof storedKinds;

// A literal's keys.
export const storedKindNames = Object.keys(storedKinds) as StoredKind[];
