/**
 * Everything that is kept about a person, by the kinds that the page *What Roer stores about me* tells of, each with its tables
 * and the columns that say whose it is. `stored.test.ts` holds the whole database against it: a table about people that is not
 * here fails.
 */
export const storedKinds = {
  person: { group: 'me', tables: { Person: ['id'] } },
  account: { group: 'me', tables: { User: ['personId'], Account: ['userId'] } },
  session: { group: 'me', tables: { Session: ['userId'] } },
  link: { group: 'me', tables: { PersonToken: ['personId'] } },
  membership: { group: 'work', tables: { Membership: ['personId'] } },
  appointment: { group: 'work', tables: { Appointment: ['personId'] } },
  assignment: { group: 'work', tables: { Assignment: ['personId'], Delegation: ['fromPersonId', 'toPersonId'] } },
  offer: { group: 'work', tables: { Offer: ['fromPersonId', 'toPersonId'] } },
  occurrence: { group: 'work', tables: { Occurrence: ['personId'] } },
  absence: { group: 'work', tables: { Absence: ['personId'] } },
  help: { group: 'work', tables: { Help: ['personId', 'acceptedBy'] } },
  note: { group: 'work', tables: { Note: ['personId'] } },
  deadlineWork: { group: 'work', tables: { DeadlineShare: ['personId'] } },
  transfer: {
    group: 'work',
    tables: { Transfer: ['proposedBy'], TransferItem: ['giver', 'receiver'], TransferConsent: ['personId'] },
  },
  cover: { group: 'work', tables: { CoverLevel: ['personId', 'confirmedBy'], LeaveIntent: ['personId'] } },
  overload: { group: 'work', tables: { Overload: ['personId'] } },
  obstacle: { group: 'work', tables: { Obstacle: ['submittedBy', 'addressedTo', 'answeredBy'] } },
  handover: { group: 'work', tables: { Handover: ['giver', 'receiver'], Duo: ['giver', 'receiver', 'proposedBy'] } },
  roster: { group: 'work', tables: { CellMember: ['personId'] } },
  shared: { group: 'work', tables: { SharedAnswer: ['personId'] } },
  history: { group: 'done', tables: { AuditEntry: ['actorId'], Membership: ['addedBy'] } },
  change: { group: 'done', tables: { Change: ['actorId'], Command: ['personId'] } },
  mirrorVisit: { group: 'done', tables: { MirrorVisit: ['personId'] } },
  importRun: { group: 'done', tables: { ImportRun: ['by'] } },
  checkIn: { group: 'mine', tables: { Answer: ['personId'] } },
  seen: { group: 'mine', tables: { SeenUntil: ['personId'] } },
  calendar: { group: 'mine', tables: { CalendarFeed: ['personId'] } },
  organisingWeek: { group: 'mine', tables: { OrganisingWeek: ['personId'] } },
  learning: {
    group: 'mine',
    tables: { LearningGoal: ['personId'], Reflection: ['personId'], ReflectionReview: ['personId'] },
  },
  buddy: { group: 'mine', tables: { Buddy: ['personId', 'buddyId'] } },
  ownKey: { group: 'mine', tables: { PersonKey: ['personId'] } },
  talent: { group: 'mine', tables: { TalentCard: ['personId'] } },
  contribution: {
    group: 'mine',
    tables: { Contribution: ['personId'], ContributionCopy: ['personId'], ContributionTeam: ['personId'] },
  },
  intervisie: {
    group: 'mine',
    tables: {
      IntervisieRoom: ['caseOwner', 'facilitator', 'timekeeper'],
      RoomNote: ['personId'],
      KeptNotes: ['personId'],
      FacilitatorTurn: ['personId'],
    },
  },
  digest: { group: 'mine', tables: { DigestSubscription: ['personId'], DigestSent: ['personId'] } },
} as const satisfies Record<string, { group: StoredGroup; tables: Record<string, readonly string[]> }>;

/** `me`: who I am. `work`: what I do in teams. `done`: what I did. `mine`: what nobody else sees. */
export const storedGroups = ['me', 'work', 'done', 'mine'] as const;
export type StoredGroup = (typeof storedGroups)[number];
export type StoredKind = keyof typeof storedKinds;

// A literal's keys.
export const storedKindNames = Object.keys(storedKinds) as StoredKind[];
