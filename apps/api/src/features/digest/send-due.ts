import { readCalendarTeams } from '@roer/db/calendar-feed';
import { claimDigest, readSubscribersDue } from '@roer/db/digest';
import type { Subscriber } from '@roer/db/digest';
import { readOrganisations } from '@roer/db/first-run';
import { readTeamFacts } from '@roer/db/team-facts';
import { readInOrganisation } from '@roer/db/team-transaction';
import type { LocalDate } from '@roer/domain/dates';
import type { OrganisationId } from '@roer/domain/ids';
import { deriveTeamDigest, digestDue, nothingWaits } from '@roer/domain/responsibilities/digest';
import type { Platform } from '../../platform/dependencies.ts';
import { traceable } from '../../platform/errors.ts';
import type { Task } from '../../platform/jobs.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { digestMail } from './mails.ts';
import type { NamedDigest } from './mails.ts';
import { makeUnsubscribeToken } from './unsubscribe-token.ts';

/**
 * On Monday morning mails everybody who wants it what waits for them, at most once (rules J3, J5). While the mail server
 * cannot be reached nobody's turn is taken: the next wake tries again.
 */
export const weeklyDigest = (platform: Platform): Task => ({
  name: 'digest',
  runDue: async (stopping) => {
    const { clock, mailer, pool, prisma } = platform;
    const monday = digestDue(clock.now());
    if (monday === null || mailer === null) return;
    for (const { id: organisationId, demo } of await readOrganisations(pool)) {
      if (demo) continue;
      const due = await readSubscribersDue(prisma, { organisationId, monday });
      if (due.length > 0 && mailer.isReachable && !(await mailer.isReachable())) return;
      for (const subscriber of due) {
        if (stopping.aborted) return;
        await sendOne(platform, { mailer, organisationId, monday, subscriber }).catch((error: unknown) =>
          platform.logger.error({ job: 'digest', error: traceable(error) }),
        );
      }
    }
  },
});

type Turn = { mailer: Mailer; organisationId: OrganisationId; monday: LocalDate; subscriber: Subscriber };

const sendOne = async (platform: Platform, { mailer, organisationId, monday, subscriber }: Turn): Promise<void> => {
  const person = { organisationId, personId: subscriber.personId };
  // Before anything is sent: whatever happens after it, there is no second one.
  if (!(await claimDigest(platform.prisma, { ...person, monday }))) return;
  const to = await platform.accounts.emailOf(person);
  if (to === null) return;
  const teams = await readDigests(platform, { ...person, today: monday });
  if (nothingWaits(teams)) return;
  const address = platform.baseUrl();
  const stop = `${address}/unsubscribe/${makeUnsubscribeToken(platform.unsubscribeKey, person)}`;
  const { name, language } = subscriber;
  await mailer.send(digestMail({ to, name, language, teams, address: `${address}/`, stop }));
};

const readDigests = (
  { pool }: Platform,
  { today, ...person }: { organisationId: OrganisationId; personId: Subscriber['personId']; today: LocalDate },
): Promise<NamedDigest[]> =>
  readInOrganisation(pool, person, async (client) => {
    const digests: NamedDigest[] = [];
    for (const { id, name } of await readCalendarTeams(client, { personId: person.personId, today })) {
      const facts = await readTeamFacts(client, { teamId: id, today });
      digests.push({ team: name, ...deriveTeamDigest(facts, { personId: person.personId, today }) });
    }
    return digests;
  });
