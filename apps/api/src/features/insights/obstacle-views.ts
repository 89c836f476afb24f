import type { TeamObstacles } from '@roer/db/obstacles';
import type { LocalDate } from '@roer/domain/dates';
import type { ObstacleId, PersonId, TeamId } from '@roer/domain/ids';

/** What a team asks whoever leads it: signed by the team, never by one of its members (rule W6.7). */
type ObstacleView = {
  id: ObstacleId;
  title: string;
  body: string;
  /** Of its management, too; whoever leads the team may answer. */
  addressedName: string;
  /** It was addressed to me, or to somebody who does not lead the team any more (rule W6.8). */
  isToMe: boolean;
  raisedOn: LocalDate;
  dueOn: LocalDate;
  answer: { byName: string; body: string; on: LocalDate } | null;
};

export type ObstaclesView = { id: TeamId; name: string; obstacles: ObstacleView[] }[];

/** Field by field, so that nothing of a team comes along that is the team's alone. */
export const obstaclesView = (teams: readonly TeamObstacles[], me: PersonId): ObstaclesView =>
  teams.map(({ id, name, obstacles }) => ({
    id,
    name,
    obstacles: obstacles.map((row) => ({
      id: row.id,
      title: row.title,
      body: row.body,
      addressedName: row.addressedName,
      isToMe: row.addressedTo === me || row.addresseeLeft,
      raisedOn: row.raisedOn,
      dueOn: row.dueOn,
      answer: row.answer && { byName: row.answer.byName, body: row.answer.body, on: row.answer.on },
    })),
  }));
