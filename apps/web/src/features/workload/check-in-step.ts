import type { CheckInView, EpochView, RosterView, WindowId } from '@roer/domain/workload/check-in';
import { epochTimes } from '@roer/domain/workload/epoch';
import { receiptOf } from './check-in-copy.ts';
import type { CheckInCopy } from './check-in-copy.ts';

type GroupView = Extract<CheckInView, { state: 'group' }>;
export type Outside = Exclude<CheckInView, GroupView>;

/** What the page asks of somebody now. `isConfirmed`: on this device; nobody else knows it. */
export type CheckInStep =
  | { step: 'outside'; view: Outside }
  | { step: 'names'; roster: RosterView; isConfirmed: boolean }
  | { step: 'form'; epoch: EpochView; roster: RosterView }
  | { step: 'wait'; roster: RosterView | undefined; epoch: EpochView | null };

/** The roster that holds in the epoch that it is now. */
export const rosterNow = ({ now, rosters }: GroupView): RosterView | undefined =>
  now ? rosters.find(({ opensOn, until }) => opensOn <= now.startsOn && now.startsOn < until) : undefined;

/** The first roster of which this device has no confirmation: the one that holds now before the one that was announced. */
export const rosterToConfirm = (view: CheckInView, copy: CheckInCopy): RosterView | undefined =>
  view.state === 'group' ? view.rosters.find((roster) => receiptOf(copy, roster) === undefined) : undefined;

/** Names first, then the statements, then waiting (rule P17). `names`: the roster that somebody asked to see. */
export const stepOf = (view: CheckInView, copy: CheckInCopy, names: string | null): CheckInStep => {
  if (view.state !== 'group') return { step: 'outside', view };
  const asked = view.rosters.find(({ windowId }) => windowId === names);
  const unconfirmed = rosterToConfirm(view, copy);
  const current = rosterNow(view);
  if (asked) return { step: 'names', roster: asked, isConfirmed: receiptOf(copy, asked) !== undefined };
  if (view.accepting && view.now && current && current !== unconfirmed)
    return { step: 'form', epoch: view.now, roster: current };
  if (unconfirmed) return { step: 'names', roster: unconfirmed, isConfirmed: false };
  return { step: 'wait', roster: current ?? view.rosters[0], epoch: view.now };
};

/** A roster that holds later than now, while another one holds. */
export const announcedBeside = (view: CheckInView, roster: RosterView): RosterView | undefined =>
  view.state === 'group' ? view.rosters.find(({ opensOn }) => opensOn > roster.opensOn) : undefined;

/** The epoch that is closed and waits for its result, of a group that took part in it; null when none does. */
export const closedBefore = (view: CheckInView, now: number): { publishesAt: number } | null => {
  if (view.state !== 'group' || !view.now) return null;
  const { publishesAt } = epochTimes(view.now.number - 1);
  const roster = rosterNow(view);
  return now < publishesAt && roster !== undefined && roster.opensOn < view.now.startsOn ? { publishesAt } : null;
};

/** Whether the clock of this device says something else than the server about whether answers are taken. The server's counts. */
export const clockIsOff = (view: CheckInView, now: number): boolean => {
  if (view.state !== 'group' || !view.now) return false;
  const { answersFrom, closesAt } = view.now;
  return view.accepting !== (now >= answersFrom && now < closesAt);
};

/** How many people a roster names. */
export const peopleIn = ({ teams }: RosterView): number => teams.reduce((sum, { people }) => sum + people.length, 0);

/** The address of the names of a roster. */
export const namesAddress = (windowId: WindowId): string => `/check-in?names=${windowId}`;
