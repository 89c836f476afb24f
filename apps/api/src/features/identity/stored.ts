import { atMoment } from '@roer/db/check-in-own';
import { countStored, readOwnPerson } from '@roer/db/stored';
import { readInOrganisation } from '@roer/db/team-transaction';
import { DomainError } from '@roer/domain/errors';
import type { StoredKind } from '@roer/domain/identity/stored';
import type { SignedInContext } from '../../platform/trpc.ts';

/** What is kept about the actor: the two facts that identify them, and how many rows of each kind. `session`: devices signed in. */
export type Stored = { name: string; email: string; counts: Record<StoredKind, number> };

/** Only about the actor themselves: there is no way to ask it about somebody else (rule I16). */
export const stored = ({ platform, actor, now }: SignedInContext): Promise<Stored> =>
  readInOrganisation(platform.pool, actor, async (client) => {
    const person = await readOwnPerson(client, actor.personId);
    if (!person) throw new DomainError('notFound');
    const { identityPool } = platform;
    await atMoment(client, now);
    const counts = await countStored({ client, identityPool }, actor.personId);
    return { name: person.name, email: person.email, counts };
  });
