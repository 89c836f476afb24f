import { isManagerOf, isAdministrator } from '../access/may.ts';
import type { Actor } from '../access/may.ts';
import type { LocalDate } from '../dates.ts';
import type { DomainId } from '../ids.ts';
import { notCounted } from './cells.ts';
import type { CheckInView, EpochView, RosterView } from './check-in.ts';
import { epochAt, epochTimes, epochsInWindow, isAccepting, nextRosterOn } from './epoch.ts';

/** What the view of somebody's check-in is made of. Nothing of it depends on who answered or confirmed. */
export type CheckInFacts = {
  /** Whether there is a mail server, or this is the example municipality. */
  available: boolean;
  demo: boolean;
  /** The first epochs of the windows that were announced, the latest first. */
  windows: readonly number[];
  /** The groups that somebody is in, by the first epoch of the window. */
  rosters: ReadonlyMap<number, RosterView>;
  /** Whether the epoch that it is now was opened and has not closed. */
  isOpen: boolean;
  actor: Pick<Actor, 'appointments'>;
  outsider: { home: { domainId: DomainId } | null; provenOn: LocalDate | null; inCell: boolean };
};

/** The windows that hold now or will, in this order, of which the first epochs are given. */
export const windowsFrom = (windows: readonly number[], now: number): number[] => {
  const current = epochAt(now);
  return windows.filter((first) => first + epochsInWindow > current).toSorted((one, other) => one - other);
};

export const epochView = (number: number): EpochView => {
  const { startsOn, endsOn, answersFrom, closesAt, publishesAt } = epochTimes(number);
  return { number, startsOn, endsOn, answersFrom, closesAt, publishesAt };
};

/** What somebody sees of their check-in at `now` (rules P5, P16, P17). */
export const deriveCheckInView = (facts: CheckInFacts, now: number): CheckInView => {
  if (!facts.available) return { state: 'off', because: 'noMail' };
  const windows = windowsFrom(facts.windows, now);
  const rosters = windows.flatMap((first) => facts.rosters.get(first) ?? []);
  if (rosters.length === 0) return outside(facts, windows);
  const current = epochAt(now);
  const isNow = windows.some((first) => first <= current && facts.rosters.has(first));
  const later = windows.find((first) => first > current && facts.rosters.has(first));
  return {
    state: 'group',
    now: isNow && facts.isOpen ? epochView(current) : null,
    next: later === undefined ? null : { opensOn: epochTimes(later).startsOn },
    accepting: isNow && facts.isOpen && isAccepting(current, now),
    rosters,
  };
};

const outside = ({ outsider, actor, demo, windows: known }: CheckInFacts, windows: readonly number[]): CheckInView => {
  const latest = known[0];
  const rosterOn = latest === undefined ? null : nextRosterOn(latest);
  const { home, provenOn, inCell } = outsider;
  if (!home) return { state: 'none', because: 'noHomeTeam', rosterOn };
  const person = {
    provenMailbox: provenOn !== null,
    isAdministrator: isAdministrator(actor),
    manages: isManagerOf(actor, home.domainId) ? [home.domainId] : [],
  };
  const because = notCounted(person, { domainId: home.domainId, demo });
  if (because !== null) return { state: 'none', because, rosterOn };
  if (windows.length === 0) return { state: 'none', because: 'starting', rosterOn };
  // Whose team is in a group came after the roster was made.
  return { state: 'none', because: inCell ? 'notYetActive' : 'tooSmall', rosterOn };
};
