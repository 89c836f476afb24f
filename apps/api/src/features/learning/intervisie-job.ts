import { atMoment } from '@roer/db/check-in-own';
import { enterOrganisation, readOrganisations } from '@roer/db/first-run';
import { removeGoneRooms } from '@roer/db/intervisie';
import { inTransaction } from '@roer/db/pool-transaction';
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
      const gone = await inTransaction(pool, async (client) => {
        await enterOrganisation(client, organisationId);
        await atMoment(client, now);
        const rooms = await removeGoneRooms(client, now);
        for (const room of rooms) await rememberTurn(client, organisationId, room);
        return rooms;
      });
      live.nudgePeople(gone.flatMap(({ people }) => people));
    }
  },
});
