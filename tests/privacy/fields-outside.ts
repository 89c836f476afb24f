/** What `identity.stored` counts: only what is stored about whoever asks. */
const storedKinds = [
  'absence',
  'account',
  'appointment',
  'assignment',
  'buddy',
  'calendar',
  'change',
  'checkIn',
  'contribution',
  'cover',
  'deadlineWork',
  'digest',
  'groupGrant',
  'handover',
  'help',
  'history',
  'importRun',
  'intervisie',
  'learning',
  'link',
  'membership',
  'mirrorVisit',
  'note',
  'obstacle',
  'occurrence',
  'offer',
  'organisingWeek',
  'overload',
  'ownKey',
  'passkey',
  'person',
  'reorganisation',
  'roster',
  'seen',
  'session',
  'shared',
  'signIn',
  'talent',
  'transfer',
];

/** Counts of a team's work, by state. */
const counts = (at: string): string[] => ['covered', 'fragile', 'gap', 'unclear'].map((state) => `${at}.${state}[]`);

/** A row of a dashboard: teams with their counts, and what was published of them together. */
const group = (at: string): string[] => [
  `${at}checkInIsOff`,
  `${at}picture`,
  ...['core', 'fits', 'help', 'learn', 'overview'].map((statement) => `${at}picture.epochs[].bands.${statement}`),
  ...['breaks', 'endsOn', 'load', 'load[]', 'number', 'startsOn'].map((field) => `${at}picture.epochs[].${field}`),
  `${at}picture.running.number`,
  `${at}picture.running.publishesAt`,
  ...counts(`${at}teams[].counts`),
  ...['id', 'late', 'name', 'people', 'waiting'].map((field) => `${at}teams[].${field}`),
];

const auditLine = ['about', 'action', 'actor.kind', 'actor.name', 'actor.personId', 'at', 'id', 'role', 'team'];

/**
 * Every field of every question that somebody outside a team may ask, with how the structure is named, who administers with whose
 * hours and account, and of check-ins nothing but bands. No count of answers, absence, goals, cover or organising is among them:
 * `people` of a team is how many are in it, for who administers (P18). A new field is a decision to be taken here.
 */
export const fieldsOutside: Readonly<Record<string, readonly string[]>> = {
  'calendar.state': ['exists'],
  'digest.state': ['language', 'possible'],
  'identity.confirmation': ['how'],
  'identity.firstRun.state': ['mail', 'passkeys', 'passwords', 'provider', 'state'],
  'identity.me': [
    'appointments[].domainId',
    'appointments[].id',
    'appointments[].kind',
    'memberships[].home',
    'memberships[].id',
    'memberships[].teamId',
    'memberships[].teamName',
    'organisation.demo',
    'organisation.id',
    'organisation.name',
    'person.id',
    'person.name',
  ],
  // Of whoever asks: their own (none here).
  'identity.passkeys.own': ['origin'],
  'identity.stored': [...storedKinds.map((kind) => `counts.${kind}`), 'email', 'name'],
  'insights.obstacles': [
    '[].id',
    '[].name',
    ...[
      'answer.body',
      'answer.byName',
      'answer.on',
      'addressedName',
      'body',
      'dueOn',
      'id',
      'isToMe',
      'raisedOn',
      'title',
    ]
      .map((field) => `[].obstacles[].${field}`)
      .toSorted(),
  ],
  // What was done with one's own account; for administrators what was done to the organisation, who came into which team and who left it, and who signed in. Of nobody's work.
  'audit.mine': auditLine.map((field) => `[].${field}`),
  'audit.organisation': [...auditLine.map((field) => `lines[].${field}`), 'next'],
  'audit.retention': ['[].at', '[].days', '[].kind', '[].removed'],
  // Not how many entries there are: a difference would count what somebody carried.
  'audit.state': ['verified'],
  'insights.results': [
    ...['core', 'fits', 'help', 'learn', 'overview'].map((statement) => `epochs[].bands.${statement}`),
    'epochs[].breaks',
    'epochs[].endsOn',
    'epochs[].load[]',
    'epochs[].number',
    'epochs[].startsOn',
    'running.number',
    'running.publishesAt',
    'teams[]',
  ],
  // Of the group that they are counted in themselves, which who governs never is.
  'insights.ownResults': ['running'],
  'insights.dashboard': ['[].id', '[].name', '[].teams', '[].waiting', ...counts('[].counts')].toSorted(),
  'insights.domain': [...group('groups[].'), 'id', 'name'],
  // Of their own page and card, which everybody has, with nothing on them yet; never of somebody else's.
  'learning.ownContribution': ['draft.from', 'link', 'page.from', 'seen', 'team'],
  'learning.ownTalents': ['audience', 'card.from'],
  // Who is to be erased, and in which teams; of oneself the same.
  'organisation.erasurePreview': ['isLastAdministrator', 'name', 'teams[]'],
  'organisation.ownErasurePreview': ['isLastAdministrator', 'name', 'teams[]'],
  'organisation.jump': ['people[].id', 'people[].name', 'people[].teamId', 'teams[].id', 'teams[].name'],
  'organisation.people': [
    '[].appointments[].domainId',
    '[].appointments[].id',
    '[].appointments[].kind',
    '[].email',
    '[].hasPassword',
    '[].id',
    '[].memberships[].from',
    '[].memberships[].home',
    '[].memberships[].id',
    '[].memberships[].minutesByWeekday[]',
    '[].memberships[].teamId',
    '[].memberships[].teamName',
    '[].name',
    '[].state',
  ],
  'organisation.searchPeople': ['[].id', '[].name'],
  'organisation.structure': ['[].id', '[].name', '[].teams[].id', '[].teams[].name', '[].teams[].people'],
};
