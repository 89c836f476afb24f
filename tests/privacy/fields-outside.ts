/** What `identity.stored` counts: only what is stored about whoever asks. */
const storedKinds =
  'absence account appointment assignment buddy calendar change checkIn deadlineWork digest help history importRun learning link membership ' +
  'note obstacle occurrence offer organisingWeek overload ownKey person roster seen session shared transfer';

/**
 * Every field of every question that somebody outside a team may ask, with how the structure is named, who administers with whose
 * hours and account, and of check-ins nothing but bands. No count of answers, absence, goals, cover or organising is among them:
 * `people` of a team is how many are in it, for who administers (P18). A new field is a decision to be taken here.
 */
export const fieldsOutside: Readonly<Record<string, readonly string[]>> = {
  'calendar.state': ['exists'],
  'digest.state': ['language', 'possible'],
  'identity.firstRun.state': ['mail', 'state'],
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
  'identity.stored': [...storedKinds.split(' ').map((kind) => `counts.${kind}`), 'email', 'name'],
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
  'insights.scope': ['[].domain.id', '[].domain.name', '[].inGroup', '[].teams[].id', '[].teams[].name'],
  'organisation.jump': ['people[].id', 'people[].name', 'people[].teamId', 'teams[].id', 'teams[].name'],
  'organisation.people': [
    '[].appointments[].domainId',
    '[].appointments[].id',
    '[].appointments[].kind',
    '[].email',
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
