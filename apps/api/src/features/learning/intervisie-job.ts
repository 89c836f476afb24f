import { atMoment } from '@roer/db/check-in-own';
import { enterOrganisation, readOrganisations } from '@roer/db/first-run';
import { readTeamPeople, removeGoneRooms } from '@roer/db/intervisie';
import { inTransaction } from '@roer/db/pool-transaction';
import { dateAt } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { Platform } from '../../platform/dependencies.ts';
import type { Task } from '../../platform/jobs.ts';
import { rememberTurn } from './intervisie-commands.ts';

/** Removes the rooms that nobody ended, with what was written in them (rule L6.9). */
export const intervisieEnding = ({ clock, pool, live }: Pick<Platform, 'clock' | 'pool' | 'live'>): Task => ({
  name: 'intervisie',
  runDue: async (stopping) => {
    for (const { id: organisationId } of await readOrganisations(pool)) {
      if (stopping.aborted) return;
      const now = clock.now();
      const told = await inTransaction(pool, async (client) => {
        await enterOrganisation(client, organisationId);
        await atMoment(client, now);
        const seenBy: PersonId[] = [];
        for (const room of await removeGoneRooms(client, now)) {
          await rememberTurn(client, organisationId, room);
          const team = await readTeamPeople(client, { teamId: room.teamId, today: dateAt(now) });
          seenBy.push(...team.filter((person) => room.clock === null || room.people.includes(person)));
        }
        return seenBy;
      });
      live.nudgePeople(told);
    }
  },
});
