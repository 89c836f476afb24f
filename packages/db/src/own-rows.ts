import type { PersonId } from '@roer/domain/ids';
import { ownRowsAtOnce, storedKinds } from '@roer/domain/identity/stored';
import type { StoredKind } from '@roer/domain/identity/stored';
import type { Pool, PoolClient } from './pool.ts';
import { identityTables, isTold } from './stored.ts';

// What somebody is told about themselves of each table that names them, column by column (rule MD1). Nothing secret is among it: no hash of a
// password or of a link, no key; and of others no name, only that it was a colleague. What is sealed is opened where its slice shows it.

type TablesOf<Kind extends StoredKind> = keyof (typeof storedKinds)[Kind]['tables'];
/** Of a table: what is told of a row `r`; `$1` is the person. `order` makes pages that do not overlap. */
type Told = { columns: readonly string[]; order: string };

const plain = (column: string): string => `r."${column}"`;
const team = `(SELECT t."name" FROM "Team" t WHERE t."organisationId" = r."organisationId" AND t."id" = r."teamId") AS "team"`;
const responsibility = `(SELECT x."title" FROM "Responsibility" x
  WHERE x."organisationId" = r."organisationId" AND x."id" = r."responsibilityId") AS "responsibility"`;
/** Whether it is the person themselves, or somebody else. */
const who = (column: string): string =>
  `CASE WHEN r."${column}" = $1 THEN 'me' WHEN r."${column}" IS NOT NULL THEN 'colleague' END AS "${column}"`;
/** Only of one's own row: what a colleague said of themselves is theirs, also when I answered it. */
const ofMine = (column: string, owner = 'personId'): string =>
  `CASE WHEN r."${owner}" = $1 THEN r."${column}" END AS "${column}"`;
const texts = (...names: string[]): string[] => names.map(plain);
const byId = '"id"';

const told: { [Kind in StoredKind]: Record<TablesOf<Kind>, Told> } = {
  person: { Person: { columns: texts('name', 'email', 'mailboxProvenOn', 'accountEndedOn'), order: byId } },
  account: {
    User: { columns: texts('email', 'createdAt'), order: byId },
    Account: { columns: texts('providerId', 'createdAt'), order: byId },
  },
  passkey: { Passkey: { columns: texts('name', 'createdOn', 'usedOn'), order: byId } },
  session: { Session: { columns: texts('createdAt', 'expiresAt'), order: byId } },
  signIn: { SignIn: { columns: texts('at'), order: '"at"' } },
  link: { PersonToken: { columns: texts('kind', 'mailed', 'expiresAt', 'usedAt'), order: byId } },
  groupGrant: { GroupGrant: { columns: texts('right'), order: byId } },
  membership: {
    Membership: {
      columns: [
        team,
        ...texts('from', 'until', 'home'),
        `(SELECT string_agg(h."from" || ': ' || array_to_string(h."minutesByWeekday", ' '), '; ' ORDER BY h."from")
          FROM "MembershipHours" h WHERE h."organisationId" = r."organisationId" AND h."membershipId" = r."id") AS "hours"`,
      ],
      order: byId,
    },
  },
  appointment: {
    Appointment: {
      columns: [
        ...texts('kind', 'from', 'until'),
        `(SELECT d."name" FROM "Domain" d WHERE d."organisationId" = r."organisationId" AND d."id" = r."domainId") AS "domain"`,
      ],
      order: byId,
    },
  },
  assignment: {
    Assignment: { columns: [team, responsibility, ...texts('role', 'sharePercent', 'from', 'until')], order: byId },
    Delegation: {
      columns: [
        team,
        responsibility,
        who('fromPersonId'),
        who('toPersonId'),
        ...texts('sharePercent', 'from', 'until'),
      ],
      order: byId,
    },
  },
  offer: {
    Offer: {
      columns: [
        team,
        responsibility,
        who('fromPersonId'),
        who('toPersonId'),
        ...texts('kind', 'sharePercent', 'temporaryUntil', 'madeOn', 'expiresOn', 'state'),
      ],
      order: byId,
    },
  },
  occurrence: {
    Occurrence: {
      columns: [
        team,
        `(SELECT d."title" FROM "Duty" d WHERE d."organisationId" = r."organisationId" AND d."id" = r."dutyId") AS "duty"`,
        ...texts('recurrenceDate', 'state', 'movedTo', 'reason', 'on'),
      ],
      order: '"dutyId", "recurrenceDate"',
    },
  },
  absence: { Absence: { columns: [team, ...texts('from', 'until')], order: '"teamId", "id"' } },
  help: {
    Help: {
      columns: [
        team,
        responsibility,
        who('personId'),
        who('acceptedBy'),
        ...texts('kind', 'text', 'on', 'minutes', 'madeOn', 'expiresOn', 'state'),
      ],
      order: byId,
    },
  },
  note: { Note: { columns: [team, responsibility, ...texts('title', 'body', 'url', 'writtenOn')], order: byId } },
  deadlineWork: {
    DeadlineShare: {
      columns: [
        `(SELECT w."title" FROM "DeadlineWork" w WHERE w."organisationId" = r."organisationId" AND w."id" = r."workId") AS "work"`,
        ...texts('percent'),
      ],
      order: '"workId"',
    },
  },
  transfer: {
    Transfer: { columns: [team, ...texts('from', 'until', 'madeOn', 'expiresOn', 'state')], order: byId },
    TransferItem: {
      columns: [team, responsibility, who('giver'), who('receiver'), ...texts('sharePercent')],
      order: byId,
    },
    TransferConsent: {
      columns: [
        `(SELECT x."madeOn" FROM "Transfer" x WHERE x."organisationId" = r."organisationId" AND x."id" = r."transferId") AS "madeOn"`,
      ],
      order: '"transferId"',
    },
  },
  cover: {
    CoverLevel: {
      columns: [
        team,
        responsibility,
        who('personId'),
        who('confirmedBy'),
        ofMine('level'),
        ofMine('state'),
        ofMine('proposedOn'),
        plain('confirmedOn'),
        ofMine('exercisedOn'),
      ],
      order: byId,
    },
    LeaveIntent: { columns: [team, responsibility, plain('before')], order: byId },
  },
  overload: { Overload: { columns: [team, responsibility, ...texts('monday', 'kind', 'on')], order: byId } },
  obstacle: {
    Obstacle: {
      columns: [
        team,
        who('submittedBy'),
        who('addressedTo'),
        who('answeredBy'),
        ...texts('title', 'body', 'raisedOn', 'dueOn', 'state', 'answer', 'answeredOn'),
      ],
      order: byId,
    },
  },
  handover: {
    Handover: {
      columns: [
        team,
        responsibility,
        who('giver'),
        who('receiver'),
        ...texts('before', 'state', 'madeOn', 'closedOn'),
        `CASE WHEN r."giver" = $1 THEN (SELECT string_agg(i."text", E'\\n' ORDER BY i."id") FROM "HandoverItem" i
          WHERE i."organisationId" = r."organisationId" AND i."handoverId" = r."id" AND i."text" <> '') END AS "text"`,
      ],
      order: byId,
    },
    Duo: {
      columns: [
        team,
        responsibility,
        who('giver'),
        who('receiver'),
        who('proposedBy'),
        ...texts('state', 'madeOn', 'endedOn'),
      ],
      order: byId,
    },
  },
  roster: {
    CellMember: {
      columns: [
        team,
        `(SELECT w."announcedOn" FROM "RosterWindow" w
          WHERE w."organisationId" = r."organisationId" AND w."id" = r."windowId") AS "announcedOn"`,
      ],
      order: '"windowId"',
    },
  },
  shared: {
    SharedAnswer: {
      columns: [team, ...texts('epoch', 'statement', 'value', 'publishesAt')],
      order: '"epoch", "statement"',
    },
  },
  history: {
    AuditEntry: { columns: [team, ...texts('action', 'at')], order: byId },
    // Whom I put in a team: which team and when, and no more of them.
    Membership: { columns: [team, ...texts('from')], order: byId },
  },
  change: {
    Change: { columns: texts('action', 'at'), order: '"feedId", "seq"' },
    Command: { columns: texts('procedure', 'at'), order: '"commandId"' },
  },
  mirrorVisit: {
    MirrorVisit: {
      columns: [
        `(SELECT d."name" FROM "Domain" d WHERE d."organisationId" = r."organisationId" AND d."id" = r."domainId") AS "domain"`,
        plain('at'),
      ],
      order: '"at", "domainId"',
    },
  },
  reorganisation: { Reorganisation: { columns: texts('name', 'effectiveOn', 'state'), order: byId } },
  importRun: { ImportRun: { columns: texts('kind', 'source', 'at'), order: byId } },
  // That there are rows, which everybody of a group has. What they say is opened after signing in again (rule MD3).
  checkIn: { Answer: { columns: texts('epoch', 'statement'), order: '"epoch", "statement"' } },
  seen: {
    SeenUntil: {
      columns: [
        `(SELECT t."name" FROM "Team" t WHERE t."organisationId" = r."organisationId" AND t."id" = r."feedId") AS "team"`,
        plain('seq'),
      ],
      order: '"feedId"',
    },
  },
  calendar: { CalendarFeed: { columns: [`true AS "exists"`], order: '"personId"' } },
  organisingWeek: { OrganisingWeek: { columns: texts('isoMonday', 'minutes'), order: '"isoMonday"' } },
  learning: {
    LearningGoal: {
      columns: [team, responsibility, ...texts('targetLevel', 'state', 'stepAudience', 'planAudience')],
      order: byId,
    },
    Reflection: { columns: texts('audience'), order: byId },
    ReflectionReview: { columns: [`true AS "exists"`], order: '"reflectionId"' },
  },
  buddy: { Buddy: { columns: [team, who('personId'), who('buddyId'), plain('state')], order: byId } },
  ownKey: { PersonKey: { columns: [`true AS "exists"`], order: '"personId"' } },
  talent: { TalentCard: { columns: texts('audience'), order: '"personId"' } },
  contribution: {
    Contribution: { columns: [`true AS "exists"`], order: '"personId"' },
    ContributionCopy: { columns: texts('kind', 'publishedOn', 'expiresAt'), order: '"kind"' },
    ContributionTeam: { columns: [team, plain('kind')], order: '"kind", "teamId"' },
  },
  intervisie: {
    IntervisieRoom: { columns: [team, who('caseOwner'), who('facilitator'), who('timekeeper')], order: byId },
    RoomNote: { columns: texts('phase'), order: byId },
    KeptNotes: { columns: texts('keptOn'), order: byId },
    FacilitatorTurn: { columns: [team, plain('lastOn')], order: '"teamId"' },
  },
  digest: {
    DigestSubscription: { columns: texts('language'), order: '"personId"' },
    DigestSent: { columns: texts('isoMonday'), order: '"isoMonday"' },
  },
};

/** A row as it is told: dates as days, moments in ISO 8601, `me` or `colleague` for people. */
export type OwnRow = Readonly<Record<string, string | number | boolean | null>>;

const isMine = (table: string, column: string): string => {
  if (column === 'userId') return `r."userId" IN (SELECT u."id" FROM "User" u WHERE u."personId" = $1)`;
  return `r."${table === 'User' ? 'personId' : column}" = $1`;
};

/**
 * What is kept of somebody of one kind: of each of its tables at most `ownRowsAtOnce` rows, those from number `from` on. `client` is in
 * a transaction of the person themselves, which is what lets it see what is theirs alone.
 */
export const readOwnRows = async (
  { client, identityPool }: { client: PoolClient; identityPool: Pool },
  { personId, kind, from }: { personId: PersonId; kind: StoredKind; from: number },
): Promise<Record<string, OwnRow[]>> => {
  const rows: Record<string, OwnRow[]> = {};
  const tables: Record<string, readonly string[]> = storedKinds[kind].tables;
  const ways: Record<string, Told> = told[kind];
  for (const [table, columns] of Object.entries(tables)) {
    const way = ways[table];
    if (!way) throw new Error('Every table is told of.');
    const result = await (identityTables.has(table) ? identityPool : client).query<{ row: OwnRow }>(
      // Names come from the lists above, never from a request.
      `SELECT to_jsonb(x) AS "row" FROM (SELECT ${way.columns.join(', ')} FROM "${table}" r
         WHERE (${columns.map((column) => isMine(table, column)).join(' OR ')}) AND ${isTold(table)}
         ORDER BY ${way.order.replaceAll(/"(\w+)"/g, 'r."$1"')} LIMIT ${ownRowsAtOnce} OFFSET $2) x`,
      [personId, from],
    );
    rows[table] = result.rows.map(({ row }) => row);
  }
  return rows;
};
