import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { ObstacleWords } from './content/obstacles.ts';
import type { Random } from './random.ts';
import type { Municipality } from './rows.ts';

type Given = {
  rows: Municipality;
  random: Random;
  organisationId: OrganisationId;
  teamId: TeamId;
  /** Who of the team wrote it down, and who leads it. */
  by: PersonId;
  to: PersonId;
  now: number;
  today: LocalDate;
};

/** Writes down what a team asked whoever leads it. */
export const recordObstacle = (given: Given, { title, body, raised, due, answer }: ObstacleWords): void => {
  const { rows, random, organisationId, teamId, by, to, now, today } = given;
  rows.Obstacle.push({
    organisationId,
    teamId,
    id: random.id<'obstacle'>(now),
    title,
    body,
    submittedBy: by,
    addressedTo: to,
    raisedOn: addDays(today, raised),
    dueOn: addDays(today, due),
    state: answer ? 'answered' : 'open',
    answeredBy: answer && to,
    answer: answer && answer.body,
    answeredOn: answer && addDays(today, answer.on),
  });
};
