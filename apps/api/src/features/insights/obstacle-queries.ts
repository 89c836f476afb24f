import { readManagersOf, readObstacles } from '@roer/db/obstacles';
import { addDays } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { answersToldFor } from '@roer/domain/insights/obstacle-order';
import type { AllowedTeam } from '../responsibilities/access.ts';
import type { AllowedObstacles } from './obstacle-access.ts';
import { obstaclesView } from './obstacle-views.ts';
import type { ObstaclesView } from './obstacle-views.ts';

/** Whom a team may ask something (rule W6.3): who leads its domain or the organisation, by name. */
export const addressees = async ({
  subject,
  transaction,
}: AllowedTeam<'obstacle.raise'>): Promise<{ id: PersonId; name: string }[]> => {
  const managers = await readManagersOf(transaction.client, { teamId: subject.id, today: transaction.today });
  return managers.map(({ id, name }) => ({ id, name }));
};

/** The teams whom the actor leads, with what they ask. */
export const obstacles = async ({ subject, transaction }: AllowedObstacles): Promise<ObstaclesView> => {
  const { client, today, actor } = transaction;
  const teams = await readObstacles(client, {
    domainIds: subject.domainIds,
    today,
    answeredSince: addDays(today, -answersToldFor),
  });
  return obstaclesView(teams, actor.personId);
};
