import { hasCalendarFeed, readCalendarOwner, readCalendarTeams } from '@roer/db/calendar-feed';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { readTeamFacts } from '@roer/db/team-facts';
import { readInOrganisation } from '@roer/db/team-transaction';
import { addDays, dateAt } from '@roer/domain/dates';
import { deriveMyDates } from '@roer/domain/responsibilities/my-dates';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import { hashToken } from '../../platform/session.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { calendarText } from './ical.ts';
import { eventView, calendarName } from './views.ts';
import type { CalendarLanguage } from './views.ts';

/** How far the calendar reaches, in days before and after today. */
const reach = { back: 30, ahead: 400 };

const entities = [
  'team',
  'member',
  'responsibility',
  'assignment',
  'delegation',
  'duty',
  'occurrence',
  'absence',
] as const;

/** Whether the actor's calendar has an address. */
export const calendarState = ({ platform, actor }: SignedInContext): Promise<{ exists: boolean }> =>
  inOrganisation(platform.prisma, actor, async (transaction) => ({
    exists: await hasCalendarFeed(transaction, actor.personId),
  }));

/**
 * The calendar behind a token, read as the person whose it is; null when there is none: never made, revoked, or of
 * somebody who may no longer sign in (rule K1).
 */
export const calendarOf = async (
  platform: Platform,
  { token, language }: { token: string; language: CalendarLanguage },
): Promise<string | null> => {
  const owner = await readCalendarOwner(platform.pool, hashToken(token));
  if (!owner || (await platform.accounts.emailOf(owner)) === null) return null;
  return calendarText({ name: calendarName(language), events: await eventsOf(platform, owner, language) });
};

const eventsOf = (platform: Platform, owner: PersonKey, language: CalendarLanguage) => {
  const today = dateAt(platform.clock.now());
  const range = { from: addDays(today, -reach.back), until: addDays(today, reach.ahead + 1), today };
  return readInOrganisation(platform.pool, owner, async (client) => {
    const teams = await readCalendarTeams(client, { personId: owner.personId, today });
    const facts = await Promise.all(teams.map(({ id }) => readTeamFacts(client, { teamId: id, today, entities })));
    return teams.flatMap((team, index) => {
      const snapshot = facts[index];
      if (!snapshot) return [];
      return deriveMyDates(snapshot, { personId: owner.personId, ...range })
        .filter(({ occurrence }) => occurrence.state !== 'skipped')
        .map((date) => eventView({ date, team, language, baseUrl: platform.baseUrl() }));
    });
  });
};
