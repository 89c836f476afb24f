import { dateAt } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import { mondayOf } from '../holidays.ts';
import type { PersonId } from '../ids.ts';
import { deriveMyWeek } from './my-week.ts';
import type { WeekDate } from './my-week.ts';

/** From seven until noon: who was late then hears nothing that week. */
const hours = { from: 7, until: 12 };

const amsterdamHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The Monday whose digest is due at `now` (epoch milliseconds); null at any other time than a Monday morning (rule J3). */
export const digestDue = (now: number): LocalDate | null => {
  const today = dateAt(now);
  const hour = Number(amsterdamHour.format(now));
  return today === mondayOf(today) && hour >= hours.from && hour < hours.until ? today : null;
};

/** One date in a digest. `on` is the day it is due. */
export type DigestDate = { title: string; on: LocalDate; standsIn: boolean };

/** What waits for somebody in one team in the week of `today`. */
export type TeamDigest = {
  /** Still to do on the days of this week. */
  week: DigestDate[];
  /** Of an earlier week, and the next date has not come. */
  open: DigestDate[];
  /** Questions that only they can answer. */
  asked: number;
  /** What colleagues ask or give that anybody in the team may answer. */
  anybody: number;
};

/** Counts and titles of one's own duties; nobody's words (rule J4). */
export const deriveTeamDigest = (
  snapshot: TeamSnapshot,
  { personId, today }: { personId: PersonId; today: LocalDate },
): TeamDigest => {
  const monday = mondayOf(today);
  const open = deriveMyWeek(snapshot, { personId, today }).filter(
    ({ occurrence: { state } }) => state !== 'done' && state !== 'skipped',
  );
  const offers = Object.values(snapshot.offer).filter(
    (offer) => offer.state === 'open' && offer.expiresOn > today && offer.fromPersonId !== personId,
  );
  const help = Object.values(snapshot.help).filter(
    (row) => row.state === 'open' && row.expiresOn > today && row.personId !== personId,
  );
  return {
    week: open.filter(({ occurrence }) => occurrence.on >= monday).map(dateOf),
    open: open.filter(({ occurrence }) => occurrence.on < monday).map(dateOf),
    asked: offers.filter(({ toPersonId }) => toPersonId === personId).length,
    anybody: offers.filter(({ toPersonId }) => toPersonId === null).length + help.length,
  };
};

const dateOf = ({ occurrence, as }: WeekDate): DigestDate => ({
  title: occurrence.duty.title,
  on: occurrence.on,
  standsIn: as === 'standsIn',
});

/** Whether there is nothing to send a mail about. */
export const nothingWaits = (teams: readonly TeamDigest[]): boolean =>
  teams.every(({ week, open, asked, anybody }) => week.length + open.length + asked + anybody === 0);
