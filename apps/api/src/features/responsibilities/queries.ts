import { readAuditOf } from '@roer/db/audit';
import { readOccurrencesBetween } from '@roer/db/team-occurrences';
import { readChangesSince, readHead } from '@roer/db/team-transaction';
import { DomainError } from '@roer/domain/errors';
import type { Delivery, OccurrenceRow, TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId } from '@roer/domain/ids';
import type { AllowedTeam } from './access.ts';
import { historyView } from './views.ts';
import type { HistoryEntry } from './views.ts';

/** The team as its members see it, with the sequence number it belongs to. */
export const board = async (team: AllowedTeam<'team.read'>): Promise<{ seq: number; snapshot: TeamSnapshot }> => {
  const { id, ...snapshot } = team.subject;
  const seq = await readHead(team.transaction.client, id);
  if (seq === null) throw new DomainError('notFound');
  return { seq, snapshot };
};

/** What happened to one responsibility, latest first, at most 100 entries. */
export const history = async (
  team: AllowedTeam<'team.read'>,
  { responsibilityId }: { responsibilityId: ResponsibilityId },
): Promise<HistoryEntry[]> => {
  if (!team.subject.responsibility[responsibilityId]) throw new DomainError('notFound');
  return historyView(await readAuditOf(team.transaction.client, responsibilityId));
};

/** The team's changes after `seq`, in order and without a hole; null when a new snapshot is due. */
export const changesSince = async (
  team: AllowedTeam<'team.read'>,
  { seq }: { seq: number },
): Promise<{ changes: Delivery[] | null }> => ({
  changes: await readChangesSince(team.transaction.client, { feedId: team.subject.id, seq }),
});

/** What was done, skipped or moved of the team's duties in one calendar year; a snapshot holds the last months only. */
export const yearOfDuties = (team: AllowedTeam<'team.read'>, { year }: { year: number }): Promise<OccurrenceRow[]> =>
  readOccurrencesBetween(team.transaction.client, {
    teamId: team.subject.id,
    from: `${year}-01-01`,
    until: `${year + 1}-01-01`,
  });
