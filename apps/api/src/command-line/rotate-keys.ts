import { noteOperator } from '@roer/db/audit-log';
import { readOrganisations } from '@roer/db/first-run';
import { rewrapKeys } from '../platform/person-keys.ts';
import type { Read } from './command.ts';

/** What a running Roer does by itself some minutes after a restart with another key on top (rule E2). */
export const rotateKeys: Read =
  () =>
  async ({ installation, stopping }, say) => {
    const { clock, database, keyRing } = installation;
    const wrapped = await rewrapKeys({ pool: database.pool, ring: keyRing }, stopping);
    say(`${wrapped} ${wrapped === 1 ? 'key was' : 'keys were'} locked anew with the key "${keyRing.current}".`);
    for (const { id } of await readOrganisations(database.pool)) {
      const entry = {
        organisationId: id,
        id: clock.newId(),
        action: 'keys.rotate',
        detail: {},
        now: clock.now(),
      } as const;
      await noteOperator(database.pool, entry);
    }
    if (stopping.aborted) return 1;
    say('Every key of a person is locked with it now; no other is needed any more.');
    return 0;
  };
