import { dayInMilliseconds } from '@roer/domain/dates';
import * as store from '@roer/db/dashboard';
import type { DashboardRecord } from '@roer/db/dashboard';
import type { PoolClient } from '@roer/db/pool';
import type { DomainId } from '@roer/domain/ids';
import { retention } from '@roer/domain/identity/retention';
import { DomainError } from '@roer/domain/errors';
import { sameLook, teamsCounted, visitsByDay } from '@roer/domain/insights/dashboard';
import type { DashboardGroup, DomainDashboard, DomainSummary, TeamMirror } from '@roer/domain/insights/dashboard';
import type { Transaction } from '../../platform/transaction.ts';
import type { AllowedDashboard, AllowedDomain, AllowedMirror } from './dashboard-access.ts';
import { derivePicture, readLedger } from './group-pictures.ts';
import type { LedgerState } from './group-pictures.ts';

/** Whether no check-in can be held here, which is told with every row. */
export type CheckInOff = Pick<DashboardGroup, 'checkInIsOff'>;

/**
 * The domains that somebody leads, each as one line. The line of a domain with one team is that team: that somebody looked is noted where
 * the team can see it, as when the domain was opened (rule I2.2).
 */
export const dashboard = async ({ transaction, subject }: AllowedDashboard): Promise<DomainSummary[]> => {
  const { client, today } = transaction;
  const summaries = await store.readDomainSummaries(client, { domainIds: subject.domainIds, today });
  const ofOneTeam = summaries.flatMap(({ id, teams }) => (teams === 1 ? id : []));
  if (ofOneTeam.length > 0) await noteLook(transaction, ofOneTeam);
  return summaries;
};

/** Notes that this person looks at domains now; within a quarter of an hour it is the same look. */
export const noteLook = ({ client, actor, now }: Transaction, domainIds: readonly DomainId[]): Promise<void> =>
  store.saveVisits(client, { domainIds, personId: actor.personId, at: now, after: now - sameLook });

/** A domain's teams by group. Looking is noted where its teams can see it, in the same transaction (rule I2.2). */
export const domain = async ({ transaction, subject }: AllowedDomain, off: CheckInOff): Promise<DomainDashboard> => {
  const { client, now, today } = transaction;
  const [ledger] = await Promise.all([readLedger(client, now), noteLook(transaction, [subject.id])]);
  const teams = await store.readDashboardTeams(
    client,
    { domainId: subject.id, teamId: null },
    { today, first: ledger.first },
  );
  return { ...subject, groups: await groupsOf(client, { records: teams, ledger, off }) };
};

/** What the managers of a team see of it at this moment, and who of them looked (rules I2.1, I2.2). Throws `notFound` when it is nothing. */
export const mirror = async ({ transaction, subject }: AllowedMirror, off: CheckInOff): Promise<TeamMirror> => {
  const { client, now, today } = transaction;
  const { teamId, domainId } = subject;
  const ledger = await readLedger(client, now);
  const [teams, visits] = await Promise.all([
    store.readDashboardTeams(client, { domainId, teamId }, { today, first: ledger.first }),
    store.readVisits(client, { teamId, since: now - retention.mirrorVisits * dayInMilliseconds }),
  ]);
  const groups = await groupsOf(client, { records: teams, ledger, off });
  const group = groups.find((each) => teamsCounted(each).some(({ id }) => id === teamId));
  // It closed, and the window in which it was counted is over.
  if (!group) throw new DomainError('notFound');
  return { group, visits: visitsByDay(visits) };
};

/** Puts teams that are counted together in one row, with the kept picture of their group, or a new one when that is of before. */
const groupsOf = async (
  client: PoolClient,
  { records, ledger, off }: { records: readonly DashboardRecord[]; ledger: LedgerState; off: CheckInOff },
): Promise<DashboardGroup[]> => {
  const groups: DashboardGroup[] = [];
  for (const together of Map.groupBy(records, ({ cellId, id }) => cellId ?? id).values()) {
    const [first] = together;
    const teams = together
      .filter(({ isClosed }) => !isClosed)
      .map(({ id, name, people, counts, waiting, late }) => ({ id, name, people, counts, waiting, late }));
    const counted = first?.counted ?? null;
    const others = (counted ?? [])
      .filter(({ id }) => !teams.some((team) => team.id === id))
      // What is read of a domain and is not open, closed in it.
      .map((team) => ({ ...team, closedHere: together.some(({ id }) => id === team.id) }));
    const kept = first?.ledger === ledger.ledger ? first.picture : null;
    const picture = counted && (kept ?? (await derivePicture(client, counted, ledger)));
    groups.push({ teams, others, picture, ...off });
  }
  return groups;
};
