import { holdEpoch, readOpenEpoch, readOwnOpenEpochs, saveOwnAnswers } from '@roer/db/check-in-own';
import { writeInOrganisation } from '@roer/db/team-transaction';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import { sealAll } from './commands.ts';

const blank = { values: [0, 0, 0, 0, 0] as const, share: false };

/**
 * Replaces the answers of somebody that were not released yet by blanks: somebody else may have got hold of the account (rule P12). Whoever
 * comes in then knows nothing, and the owner can answer again.
 */
export const forgetAnswers = ({ pool }: Pick<Platform, 'pool'>, person: PersonKey): Promise<void> =>
  writeInOrganisation(pool, person, async (client) => {
    for (const { number } of await readOwnOpenEpochs(client, person.personId)) {
      await holdEpoch(client, { ...person, number });
      const epoch = await readOpenEpoch(client, number);
      if (!epoch) continue;
      const sealed = sealAll(blank, { ...person, publicKey: epoch.publicKey, epoch: number });
      await saveOwnAnswers(client, { number, personId: person.personId, sealed });
    }
  });
