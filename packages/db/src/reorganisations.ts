import type { LocalDate } from '@roer/domain/dates';
import type { DomainId, OrganisationId, PersonId, ReorganisationId, TeamId } from '@roer/domain/ids';
import type { ReorganisationFacts, ReorganisationStep } from '@roer/domain/organisation/reorganise-plan';
import type { ReorganisationRecord } from '@roer/domain/organisation/reorganise-record';
import type { TeamBefore } from '@roer/domain/organisation/reorganise-regroup';
import type { UndoFacts } from '@roer/domain/organisation/reorganise-undo';
import { dateColumn } from './organisation-structure.ts';
import type { Transaction } from './organisation-transaction.ts';
import { statementsIn } from './statements.ts';
import { readTeamFacts } from './team-facts.ts';

export type ReorganisationState = 'draft' | 'planned' | 'stuck' | 'done' | 'undone' | 'withdrawn';

/** A plan as it is kept. `carriedOutAt` is in epoch milliseconds. */
export type ReorganisationRow = {
  id: ReorganisationId;
  name: string;
  effectiveOn: LocalDate;
  steps: ReorganisationStep[];
  state: ReorganisationState;
  version: number;
  plannedBy: PersonId;
  carriedOutAt: number | null;
  record: ReorganisationRecord | null;
};

type Stored = Awaited<ReturnType<Transaction['reorganisation']['findMany']>>[number];

const asRow = (stored: Stored): ReorganisationRow => ({
  // Ids of the database are of the table they were read from, and what is JSON there was written by `saveReorganisation`.
  id: stored.id as ReorganisationId,
  name: stored.name,
  effectiveOn: stored.effectiveOn.toISOString().slice(0, 10),
  steps: stored.steps as ReorganisationStep[],
  state: stored.state,
  version: stored.version,
  plannedBy: stored.plannedBy as PersonId,
  carriedOutAt: stored.carriedOutAt?.getTime() ?? null,
  record: stored.record as ReorganisationRecord | null,
});

/** All of them but those that were withdrawn, the latest day first. */
export const readReorganisations = async (transaction: Transaction): Promise<ReorganisationRow[]> => {
  const rows = await transaction.reorganisation.findMany({
    where: { state: { not: 'withdrawn' } },
    orderBy: [{ effectiveOn: 'desc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(asRow);
};

/** Those that were announced and not carried out yet, the earliest first. */
export const readAnnouncedReorganisations = async (transaction: Transaction): Promise<ReorganisationRow[]> => {
  const rows = await transaction.reorganisation.findMany({
    where: { state: { in: ['planned', 'stuck'] } },
    orderBy: [{ effectiveOn: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(asRow);
};

/** One that was not withdrawn; null when there is none. */
export const readReorganisation = async (
  transaction: Transaction,
  id: ReorganisationId,
): Promise<ReorganisationRow | null> => {
  const row = await transaction.reorganisation.findFirst({ where: { id, state: { not: 'withdrawn' } } });
  return row && asRow(row);
};

/** Those that were announced and whose day has come, the earliest first. */
export const readDueReorganisations = async (
  transaction: Transaction,
  today: LocalDate,
): Promise<ReorganisationRow[]> => {
  const rows = await transaction.reorganisation.findMany({
    where: { state: 'planned', effectiveOn: { lte: dateColumn(today) } },
    orderBy: [{ effectiveOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(asRow);
};

/** Writes a plan, a new one or a known one. */
export const saveReorganisation = async (
  transaction: Transaction,
  organisationId: OrganisationId,
  { id, record, ...row }: ReorganisationRow,
): Promise<void> => {
  const data = {
    ...row,
    effectiveOn: dateColumn(row.effectiveOn),
    carriedOutAt: row.carriedOutAt === null ? null : new Date(row.carriedOutAt),
    // A record is made once and stays.
    ...(record ? { record } : {}),
  };
  await transaction.reorganisation.upsert({
    where: { organisationId_id: { organisationId, id } },
    create: { ...data, organisationId, id },
    update: data,
  });
};

const openDomains = async (transaction: Transaction): Promise<DomainId[]> => {
  const rows = await transaction.domain.findMany({ where: { closedOn: null }, select: { id: true } });
  return rows.map(({ id }) => id as DomainId);
};

const readTeamsBefore = async (
  transaction: Transaction,
  { teamIds, today, closedToo }: { teamIds: readonly TeamId[]; today: LocalDate; closedToo: boolean },
): Promise<{ teams: Partial<Record<TeamId, TeamBefore>>; closed: UndoFacts['closed'] }> => {
  const rows = await transaction.team.findMany({
    where: { id: { in: [...teamIds] }, ...(closedToo ? {} : { closedOn: null }) },
    select: {
      id: true,
      name: true,
      closedOn: true,
      placements: { where: { until: null }, select: { domainId: true } },
    },
  });
  const teams: Partial<Record<TeamId, TeamBefore>> = {};
  const closed: UndoFacts['closed'] = {};
  for (const row of rows) {
    // As above: of the table they were read from.
    const id = row.id as TeamId;
    const domainId = (row.placements[0]?.domainId ?? null) as DomainId | null;
    teams[id] = { facts: await readTeamFacts(statementsIn(transaction), { teamId: id, today }), domainId };
    if (row.closedOn) closed[id] = { name: row.name };
  }
  return { teams, closed };
};

/** What a plan about these teams looks at. */
export const readReorganisationFacts = async (
  transaction: Transaction,
  { teamIds, today }: { teamIds: readonly TeamId[]; today: LocalDate },
): Promise<ReorganisationFacts> => {
  const { teams } = await readTeamsBefore(transaction, { teamIds, today, closedToo: false });
  return { teams, domainIds: await openDomains(transaction) };
};

/** What taking it back looks at: also teams that closed, and who is still there with which home team. */
export const readUndoFacts = async (
  transaction: Transaction,
  { teamIds, personIds, today }: { teamIds: readonly TeamId[]; personIds: readonly PersonId[]; today: LocalDate },
): Promise<UndoFacts> => {
  const before = await readTeamsBefore(transaction, { teamIds, today, closedToo: true });
  const people: UndoFacts['people'] = {};
  const rows = await transaction.person.findMany({
    where: { id: { in: [...personIds] }, erasedAt: null },
    select: { id: true, name: true, memberships: { where: { until: null, home: true }, select: { teamId: true } } },
  });
  for (const { id, name, memberships } of rows)
    people[id as PersonId] = { name, homeTeamId: (memberships[0]?.teamId ?? null) as TeamId | null };
  return { ...before, people, domainIds: await openDomains(transaction) };
};

/** Which of these teams there are, closed ones too: their feeds can be locked. */
export const readKnownTeams = async (transaction: Transaction, teamIds: readonly TeamId[]): Promise<TeamId[]> => {
  const rows = await transaction.team.findMany({ where: { id: { in: [...teamIds] } }, select: { id: true } });
  return rows.map(({ id }) => id as TeamId);
};
