import { readTeamForResults } from '@roer/db/check-in-results';
import { readOwnAppointments } from '@roer/db/organisation-membership';
import { readTeamFacts } from '@roer/db/team-facts';
import { domainsLed, isManager, isManagerOf } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { DomainId, TeamId } from '@roer/domain/ids';
import { allow } from '../../platform/transaction.ts';
import type { Allowed, Transaction } from '../../platform/transaction.ts';

export type AllowedObstacle = Allowed<Pick<TeamSnapshot, 'obstacle'>, 'obstacle.answer'>;
/** `domainIds` is null for who leads the whole organisation. */
export type AllowedObstacles = Allowed<{ domainIds: readonly DomainId[] | null }, 'obstacles.read'>;

/** The appointments that hold now: one that ended a moment ago no longer counts. */
const appointmentsOf = ({ client, actor, today }: Transaction): Promise<Actor['appointments']> =>
  readOwnAppointments(client, { personId: actor.personId, today });

/** Opens what a team asked, to answer it: for who leads that team today. Throws `notFound` to everybody else. */
export const openObstacle = async (
  transaction: Transaction,
  { teamId }: { teamId: TeamId },
): Promise<AllowedObstacle> => {
  const { client, today, actor } = transaction;
  const [appointments, place, { team, obstacle }] = await Promise.all([
    appointmentsOf(transaction),
    readTeamForResults(client, { teamId, personId: actor.personId, today }),
    readTeamFacts(client, { teamId, today, about: [], entities: ['team', 'obstacle'] }),
  ]);
  if (!place || !team[teamId] || !isManagerOf({ appointments }, place.domainId)) throw new DomainError('notFound');
  return allow(transaction, { obstacle });
};

/** Opens what the teams ask whom somebody leads. Throws `notFound` to who leads none. */
export const openObstacles = async (transaction: Transaction): Promise<AllowedObstacles> => {
  const appointments = await appointmentsOf(transaction);
  if (!isManager({ appointments })) throw new DomainError('notFound');
  return allow(transaction, { domainIds: domainsLed({ appointments }) });
};
