import { isInTeam } from '@roer/db/reorganisation-names';
import { DomainError } from '@roer/domain/errors';
import type { TeamId } from '@roer/domain/ids';
import type { OrganisationTransaction } from '../../platform/organisation-transaction.ts';
import { openOrganisation } from './access.ts';
import type { AllowedOrganisation } from './access.ts';

/**
 * Opens what is planned for a team to who is in it now (rule O26). The membership is read inside the transaction. Throws
 * `notFound` to everybody else, administrators too.
 */
export const openToMembers =
  ({ teamId }: { teamId: TeamId }) =>
  async (transaction: OrganisationTransaction): Promise<AllowedOrganisation<'structure.read'>> => {
    const opened = await openOrganisation('structure.read')(transaction);
    if (!(await isInTeam(transaction.database, { personId: transaction.actor.personId, teamId })))
      throw new DomainError('notFound');
    return opened;
  };
