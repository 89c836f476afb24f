import { bands, statements } from './oracle.ts';

/** Every value of a message, by its path: names of fields behind dots, `[]` for the entries of a list. */
export const leavesOf = (value: unknown, path = ''): { path: string; value: unknown }[] => {
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, `${path}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => leavesOf(each, path === '' ? name : `${path}.${name}`));
  return [{ path, value }];
};

type Kind = (value: unknown) => boolean;
const text: Kind = (value) => typeof value === 'string';
const nothing: Kind = (value) => value === null;
const yesOrNo: Kind = (value) => typeof value === 'boolean';
const whole: Kind = (value) => Number.isSafeInteger(value);
const day: Kind = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const oneOf =
  (...allowed: readonly unknown[]): Kind =>
  (value) =>
    allowed.includes(value);
const either =
  (...kinds: Kind[]): Kind =>
  (value) =>
    kinds.some((kind) => kind(value));
const band = oneOf(...bands, null);
const perStatement = (path: string, kind: Kind): Record<string, Kind> =>
  Object.fromEntries(statements.map((statement) => [`${path}.${statement}`, kind]));

/** What was published of a group. */
const published = (at: string): Record<string, Kind> => ({
  [`${at}epochs[].number`]: whole,
  [`${at}epochs[].startsOn`]: day,
  [`${at}epochs[].endsOn`]: day,
  ...perStatement(`${at}epochs[].bands`, band),
  [`${at}epochs[].load`]: nothing,
  [`${at}epochs[].load[]`]: band,
  [`${at}epochs[].breaks`]: yesOrNo,
  [`${at}running`]: nothing,
  [`${at}running.number`]: whole,
  [`${at}running.publishesAt`]: whole,
  [`${at}alarms[]`]: oneOf(...statements),
});

/** Counts of a team's work, which are no answers. */
const counts = (at: string): Record<string, Kind> =>
  Object.fromEntries(['covered', 'fragile', 'unclear', 'gap'].map((state) => [`${at}.${state}[]`, whole]));

/** A row of a dashboard. */
const groupFields = (at: string): Record<string, Kind> => ({
  [`${at}teams[].id`]: text,
  [`${at}teams[].name`]: text,
  [`${at}teams[].people`]: whole,
  [`${at}teams[].waiting`]: whole,
  [`${at}teams[].late`]: whole,
  ...counts(`${at}teams[].counts`),
  [`${at}others[].id`]: text,
  [`${at}others[].name`]: text,
  // Of the structure: whether the team closed in this domain.
  [`${at}others[].closedHere`]: yesOrNo,
  // Of the whole installation, the same in every row.
  [`${at}checkInIsOff`]: yesOrNo,
  [`${at}picture`]: nothing,
  ...published(`${at}picture.`),
});

/**
 * Every field that may leave the server about check-ins, and what may stand in it (P18). Whatever is not here is a leak until
 * somebody has said here that it is none.
 */
export const allowedFields: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  'insights.results': { 'teams[]': text, ...published('') },
  'insights.ownResults': published(''),
  'insights.dashboard': {
    '[].id': text,
    '[].name': text,
    '[].teams': whole,
    '[].waiting': whole,
    ...counts('[].counts'),
  },
  'insights.domain': { id: text, name: text, ...groupFields('groups[].') },
  'insights.mirror': {
    ...groupFields('group.'),
    'visits[].personId': text,
    'visits[].name': text,
    'visits[].from': whole,
    'visits[].until': whole,
  },
  'insights.shared': {
    'epochs[].number': whole,
    'epochs[].people[].personId': text,
    'epochs[].people[].name': text,
    ...perStatement('epochs[].people[].values', oneOf(1, 2, 3, 4, 5)),
  },
  'workload.own': {
    'view.state': oneOf('off', 'none', 'group'),
    'view.because': oneOf('noMail', 'noHomeTeam', 'notYetActive', 'governs', 'tooSmall', 'starting'),
    'view.rosterOn': either(day, nothing),
    'view.now': nothing,
    'view.now.number': whole,
    'view.now.startsOn': day,
    'view.now.endsOn': day,
    'view.now.answersFrom': whole,
    'view.now.closesAt': whole,
    'view.now.publishesAt': whole,
    'view.next': nothing,
    'view.next.opensOn': day,
    'view.accepting': yesOrNo,
    'view.rosters[].windowId': text,
    'view.rosters[].digest': text,
    'view.rosters[].opensOn': day,
    'view.rosters[].until': day,
    'view.rosters[].teams[].name': text,
    'view.rosters[].teams[].people[].personId': text,
    'view.rosters[].teams[].people[].name': text,
    'view.rosters[].teams[].people[].isNew': yesOrNo,
    'view.rosters[].teams[].people[].addedBy': either(text, nothing),
    'view.rosters[].teams[].people[].adder': oneOf('provider', 'operator', null),
    'view.rosters[].teams[].people[].newAccess': yesOrNo,
    'view.rosters[].left[]': text,
    receipt: text,
    refused: oneOf('checkInClosed', 'checkInNotYet', 'rosterNotConfirmed', 'changedMeanwhile', null),
    padding: text,
  },
};
