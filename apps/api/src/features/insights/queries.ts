import { atMoment } from '@roer/db/check-in-own';
import * as store from '@roer/db/check-in-results';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { deriveResults } from '@roer/domain/insights/results';
import { epochsShown } from '@roer/domain/insights/series';
import type { ResultsView, SharedView } from '@roer/domain/insights/series';
import { epochAt, epochTimes, epochsInWindow } from '@roer/domain/workload/epoch';
import type { Transaction } from '../../platform/transaction.ts';
import { noteLook } from './dashboard-queries.ts';
import type { AllowedResults, AllowedShared } from './access.ts';

/** A window that began a little over a year ago has epochs within the year. */
const sinceEpoch = (now: number): number => epochAt(now) - epochsShown - epochsInWindow;

/**
 * The results of the group that a team is counted in: the same for everybody who may see them (rule P8). That who leads it looked is noted
 * where the team can see it, in the same transaction (rule I2.2).
 */
export const results = async ({ transaction, subject }: AllowedResults): Promise<ResultsView> => {
  const { teamId, name, lookedInto: domainId } = subject;
  if (domainId !== null) await noteLook(transaction, [domainId]);
  return resultsOf(transaction, { teamId }, name);
};

/** The same of the groups that whoever asks is counted in, wherever they are by now: what others can learn of them (rule P19). */
export const ownResults = async (transaction: Transaction): Promise<Pick<ResultsView, 'epochs' | 'running'>> => {
  const { epochs, running } = await resultsOf(transaction, { personId: transaction.actor.personId }, '');
  return { epochs, running };
};

/** `team` is the name to tell when there is no group. */
const resultsOf = async (
  { client, now }: Transaction,
  of: { teamId: TeamId } | { personId: PersonId },
  team: string,
): Promise<ResultsView> => {
  const since = sinceEpoch(now);
  await atMoment(client, now);
  const cells = await store.readReportingCells(client, { ...of, since });
  const [releases, epochs] = await Promise.all([
    store.readReleases(
      client,
      cells.map(({ cellId }) => cellId),
    ),
    store.readEpochs(client, since),
  ]);
  return deriveResults({ team, cells, releases, epochs }, now);
};

/**
 * What colleagues showed to their team, with the results of the same epoch: to who was in the team when that epoch ended. Whoever comes later,
 * for whatever reason, was not among those it was shared with.
 */
export const shared = async ({ transaction, subject }: AllowedShared): Promise<SharedView> => {
  const { client, now, actor } = transaction;
  const { teamId } = subject;
  await atMoment(client, now);
  const [all, times] = await Promise.all([
    store.readShared(client, { teamId, since: sinceEpoch(now) }),
    store.readOwnTimes(client, { teamId, personId: actor.personId }),
  ]);
  const wasThere = (day: LocalDate): boolean =>
    times.some(({ from, until }) => from <= day && (until === null || until > day));
  const rows = all.filter(({ epoch }) => wasThere(epochTimes(epoch).endsOn));
  const view: SharedView = { epochs: [] };
  for (const { epoch, personId, name, statement, value } of rows) {
    let last = view.epochs.at(-1);
    if (last?.number !== epoch) view.epochs.push((last = { number: epoch, people: [] }));
    let person = last.people.at(-1);
    if (person?.personId !== personId) last.people.push((person = { personId, name, values: {} }));
    person.values[statement] = value;
  }
  return view;
};
